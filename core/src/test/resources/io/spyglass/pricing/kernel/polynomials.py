"""Fits the polynomials of io.spyglass.pricing.kernel.Elementary and ScaledErfc.

Needs Python 3 and mpmath; prints Java constants, lowest power first, and each fit's relative error.
Run: python3 polynomials.py
"""

from mpmath import mp, mpf, atanh, cos, erfc, exp, log, pi, sqrt

mp.dps = 45


def erfcx(z):
    if z < 60:
        return exp(z * z) * erfc(z)
    total, term = mpf(0), mpf(1)
    for n in range(40):
        total += term
        term *= -(2 * n + 1) / (2 * z * z)
    return total / (z * sqrt(pi))


def interpolate(f, low, high, degree):
    """Monomial coefficients of the Chebyshev interpolant of f on [low, high]."""
    count = degree + 1
    angles = [pi * (i + mpf(1) / 2) / count for i in range(count)]
    mid, half = (low + high) / mpf(2), (high - low) / mpf(2)
    values = [f(mid + half * cos(a)) for a in angles]
    series = [2 * sum(values[i] * cos(j * angles[i]) for i in range(count)) / count for j in range(count)]
    series[0] /= 2
    # Chebyshev to monomials in t, then t = (x - mid) / half.
    basis = [[mpf(1)], [mpf(0), mpf(1)]]
    for j in range(2, count):
        next_one = [mpf(0)] + [2 * v for v in basis[-1]]
        for i, v in enumerate(basis[-2]):
            next_one[i] -= v
        basis.append(next_one)
    in_t = [mpf(0)] * count
    for j in range(count):
        for i, v in enumerate(basis[j]):
            in_t[i] += series[j] * v
    result = [mpf(0)]
    for c in reversed(in_t):
        shifted = [mpf(0)] + [v / half for v in result]
        for i, v in enumerate(result):
            shifted[i] -= v * mid / half
        result = shifted
        result[0] += c
    return result[:count]


def error(f, poly, low, high):
    worst = mpf(0)
    for i in range(401):
        x = low + (high - low) * (mpf(i) + mpf("0.37")) / 402
        v = mpf(0)
        for c in reversed(poly):
            v = v * x + c
        worst = max(worst, abs(v / f(x) - 1))
    return worst


def show(name, f, low, high, degree):
    poly = interpolate(f, low, high, degree)
    print(f"{name}: degree {degree} on [{mp.nstr(low, 5)}, {mp.nstr(high, 5)}], "
          f"relative error {mp.nstr(error(f, poly, low, high), 3)}")
    for c in poly:
        print("  ", repr(float(c)))
    return poly


def exp_tail(r):
    return (exp(r) - 1 - r) / (r * r) if abs(r) > mpf("1e-8") else mpf(1) / 2 + r / 6 + r * r / 24


def log_tail(z):
    if abs(z) < mpf("1e-12"):
        return mpf(2) / 3 + 2 * z / 5
    # The interval is widened a little below zero, where atanh of a root turns into atan.
    s = sqrt(mp.mpc(z))
    return ((2 * atanh(s) / s - 2) / z).real


def erfc_tail(w):
    if w >= 1:
        return 1 / sqrt(pi)
    z = (mpf("3.5") + mpf("4.5") * w) / (1 - w)
    return (z + mpf("4.5")) * erfcx(z)


if __name__ == "__main__":
    ln2 = log(mpf(2))
    high = mpf(int(ln2 * 2**32)) / 2**32
    print("LN2_HIGH", float(high).hex(), repr(float(high)), "LN2_LOW", float(ln2 - high).hex(), repr(float(ln2 - high)))
    show("exp: (e^r - 1 - r) / r^2 in r", exp_tail, -ln2 / 2 * mpf("1.001"), ln2 / 2 * mpf("1.001"), 10)
    show("log: (2 atanh(s)/s - 2) / s^2 in z = s^2", log_tail, mpf("-0.0002"), mpf("0.0405"), 8)
    show("erfcx: (z + 4.5) erfcx(z) in w = 1 - 8 / (z + 4.5)", erfc_tail, mpf(-1), mpf(1), 26)
