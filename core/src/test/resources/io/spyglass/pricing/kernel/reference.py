"""Prints reference.csv: European prices and Greeks to 25 digits, independent of the Java code.

Needs Python 3 and mpmath. Run: python3 reference.py > reference.csv

Every input is a double and is taken as exactly that number. The formulas are the textbook ones on
the normal distribution at 400 digits: no erfcx, no parity, no reflection. `kind` is F where `level`
is the forward (Greeks at zero carry, the forward fixed) and S where it is the spot. Greeks are per
1.00 of volatility and of rate, and theta is per year.
"""

import random

from mpmath import mp, mpf, erfc, exp, log, pi, sqrt

mp.dps = 400
YEAR = 31_536_000


def cdf(z):
    return erfc(-z / sqrt(mpf(2))) / 2


def row(kind, sign, level, strike, years, vol, rate, dividend):
    s, k, t, v, r, q = (mpf(a) for a in (level, strike, years, vol, rate, dividend))
    carry = r - q if kind == "S" else mpf(0)
    f = s * exp(carry * t)
    total = v * sqrt(t)
    d1 = log(f / k) / total + total / 2
    d2 = d1 - total
    discount, growth = exp(-r * t), exp(carry * t)
    density = exp(-d1 * d1 / 2) / sqrt(2 * pi)
    undiscounted = sign * (f * cdf(sign * d1) - k * cdf(sign * d2))
    price = discount * undiscounted
    delta = sign * discount * growth * cdf(sign * d1)
    gamma = discount * growth * density / (s * total)
    vega = discount * f * density * sqrt(t)
    theta = -vega * v / (2 * t) + r * price - carry * s * delta
    rho = sign * k * t * discount * cdf(sign * d2) if kind == "S" else -t * price
    time_value = undiscounted - max(sign * (f - k), mpf(0))
    if time_value < mpf(10) ** -290:
        return None
    numbers = (undiscounted, time_value, price, delta, gamma, vega, theta, rho)
    inputs = (level, strike, years, vol, rate, dividend)
    right = "C" if sign > 0 else "P"
    return ",".join([kind, right] + [repr(float(a)) for a in inputs] + [mp.nstr(a, 25) for a in numbers])


def cases():
    rng = random.Random(20191219)
    # Expiry day: seconds to hours, near and away from the money, at S&P 500 levels.
    for seconds in (1, 5, 60, 600, 1800, 3600, 23_400):
        for away in (0, 0.01, 0.5, 2, 7, 20, 60):
            for sign in (1, -1):
                vol = rng.choice((0.08, 0.12, 0.35, 1.1))
                yield ("F", sign, 6000.25, 6000.25 + rng.choice((1, -1)) * away, seconds / YEAR, vol, 0.04, 0)
    # From a second to ten years with spot, rate and yield.
    for seconds in (1, 30, 1800, 86_400, 7 * 86_400, YEAR, 10 * YEAR):
        for moneyness in (0.6, 0.95, 0.999, 1.0, 1.001, 1.05, 1.7):
            for sign in (1, -1):
                vol = rng.choice((0.09, 0.12, 0.2, 0.6))
                yield ("S", sign, 590.37, round(590.37 * moneyness, 2), seconds / YEAR, vol, 0.043, 0.012)
    # A wide net of total volatility and moneyness.
    for total in (1e-4, 1e-3, 0.01, 0.05, 0.2, 0.7, 1.3, 1.42, 2, 3.4, 5, 7.5, 10):
        for depth in (0, 1e-9, 1e-3, 0.3, 1, 2.5, 5, 8, 13, 21, 30, 36):
            for sign in (1, -1):
                x = depth * total * rng.uniform(0.9, 1)
                if x < 8:
                    strike = 100.0 * float(exp(mpf(rng.choice((1, -1)) * x)))
                    yield ("F", sign, 100.0, strike, 0.25, 2 * total, 0.05, 0)


if __name__ == "__main__":
    print("kind,right,level,strike,years,vol,rate,dividend_yield,undiscounted,time_value,price,delta,gamma,vega,theta,rho")
    for case in cases():
        line = row(*case)
        if line:
            print(line)
