"""Fits the two surfaces of io.spyglass.pricing.kernel.VolatilityGuess.

Needs Python 3, numpy and scipy; prints Java constants and each fit's largest relative error.
Run: python3 first_guess.py
"""

import numpy as np
from numpy.polynomial import chebyshev
from scipy.special import erfcx

SCALE, SHARPNESS = 0.2, 3.0  # of the crude inverse, and of the squash of its answer
rng = np.random.default_rng(1)


def samples(count):
    """|x|, total volatility s, p = price / bound and 1 - p, each without cancellation."""
    s = np.exp(rng.uniform(np.log(1e-6), np.log(18), count))
    linear = rng.uniform(0, 38.5, count)
    wide = np.exp(rng.uniform(np.log(1e-6), np.log(38.5), count))
    x = np.where(rng.random(count) < 0.5, linear, wide) * s
    x = np.where(rng.random(count) < 0.15, np.exp(rng.uniform(np.log(1e-8), np.log(60), count)), x)
    h, t = x / s, s / 2
    near, far = (h - t) / np.sqrt(2), (h + t) / np.sqrt(2)
    half_density = 0.5 * np.exp(-near * near)
    upper = near < 0
    slope = 2 / np.sqrt(np.pi) - 2 * h / np.sqrt(2) * erfcx(h / np.sqrt(2))
    slope = np.where(h > 70, 2 / (np.sqrt(np.pi) * np.maximum(h, 1) ** 2), slope)
    gap = np.where(t < 1e-3, np.sqrt(2) * t * slope, erfcx(np.abs(near)) - erfcx(far))
    low = half_density * gap
    rest = half_density * (erfcx(np.abs(near)) + erfcx(far))
    tiny = upper & (t < 1e-3)
    p = np.where(upper & ~tiny, 1 - rest, low)
    q = np.where(upper & ~tiny, rest, 1 - low)
    beta = p * np.exp(-x / 2)
    keep = (x < 60) & (beta > 1e-301) & (q > 1e-17) & (h < 38.4)
    return x[keep], s[keep], p[keep], q[keep], beta[keep]


def fit(u, v, target, weight, degree_u, degree_v, rounds=15):
    basis = chebyshev.chebvander2d(u, v, [degree_u, degree_v])
    emphasis, best = np.ones(len(target)), None
    for _ in range(rounds):
        scale = emphasis * weight
        c, *_ = np.linalg.lstsq(basis * scale[:, None], target * scale, rcond=None)
        miss = np.abs((basis @ c - target) * weight)
        if best is None or miss.max() < best[0]:
            best = (miss.max(), np.median(miss), c)
        emphasis = emphasis * np.sqrt(0.2 + np.minimum(miss / np.percentile(miss, 99.9), 3))
        emphasis /= emphasis.mean()
    rows = best[2].reshape(degree_u + 1, degree_v + 1)
    power_v = np.array([np.pad(chebyshev.cheb2poly(r), (0, degree_v + 1))[: degree_v + 1] for r in rows])
    power = np.array([np.pad(chebyshev.cheb2poly(c), (0, degree_u + 1))[: degree_u + 1] for c in power_v.T]).T
    return best[0], best[1], power


def show(name, result):
    print(f"{name}: largest relative error {result[0]:.2g}, median {result[1]:.2g}; a row a power of u")
    for row in result[2]:
        print("  ", ", ".join(repr(float(np.round(c, 12))) for c in row))


x, s, p, q, beta = samples(700_000)
low = p <= 0.5
squared = 2 * np.log1p(SCALE * x / beta)
root = np.sqrt(squared)
crude = np.where(squared > 1e-12, x * (1.0026 + root) / np.maximum(squared, 1e-300), 0)
u = 2 / 0.905 * (root / (root + 4)) - 1
v = 2 / 0.75 * (crude / (crude + SHARPNESS)) - 1
pick = rng.choice(np.flatnonzero(low & (crude > 0)), 60_000, replace=False)
ratio = s[pick] / crude[pick]
show("LOWER", fit(u[pick], v[pick], ratio, 1 / ratio, 6, 5))

high = np.flatnonzero(~low)
x, s, q = x[high], s[high], q[high]
d = s / 2 - x / s
weight = (1 + d / np.sqrt(d * d + 2 * x)) / s
u = 2 * (np.sqrt(-np.log(q)) - 0.8325) / (6.3 - 0.8325) - 1
v = 2 / (1 + np.sqrt(2 * x)) - 1
print("u in", u.min(), u.max())
show("UPPER", fit(u, v, d, weight, 4, 3))
