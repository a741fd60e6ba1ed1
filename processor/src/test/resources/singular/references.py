#!/usr/bin/env python3
"""Writes references.tsv: values, first and second directional derivatives at the singular points of every function with a rule.

    python3 references.py > references.tsv        (Python 3.9 or newer, mpmath 1.3)

The mathematics is that of mpmath: closed forms at 2,400 bits, which see every bit of the arguments, or limits where a form has none, and is rounded once,
to the nearest double. The conventions are those of docs/conventions.md, whose rows a datum names: "function @ point". Nothing here knows the formulas
of the product. Closed forms are compared with mpmath's numerical derivatives before anything is written.

A slope is a number (mpf), an infinity, OUT (there is none, whatever the direction) or MOVES (there is none along a direction that is not zero).
"""
import math
import sys

from mpmath import mp, mpf

mp.prec = 2400

INF = float("inf")
NAN = float("nan")
MIN = 5e-324
NORMAL = 2.0**-1022
MAX = sys.float_info.max
OUT = "out"
MOVES = "moves"


# --- Numbers -----------------------------------------------------------------------------------------------------------------


def up(x):
    return math.nextafter(x, INF)


def down(x):
    return math.nextafter(x, -INF)


def is_infinite(a):
    return a in (OUT, MOVES) or abs(a) == INF if isinstance(a, (float, str)) else mp.isinf(a)


def to_double(a):
    """The nearest double of a number of any size."""
    if isinstance(a, float):
        return a
    if mp.isnan(a) or mp.isinf(a):
        return float(a)
    if a == 0:
        return 0.0
    sign, man, exp, bits = a._mpf_
    if exp + bits > 1025:
        return -INF if sign else INF
    if exp + bits < -1080:
        return 0.0
    # Integers divide to the nearest double, subnormal ones included.
    try:
        size = (man << exp) / 1 if exp >= 0 else man / (1 << -exp)
    except OverflowError:
        size = INF
    return -size if sign else size


def text(a):
    if math.isnan(a):
        return "NaN"
    if math.isinf(a):
        return "Infinity" if a > 0 else "-Infinity"
    return repr(a).replace("e+", "e")  # the shortest decimal that is read as the same double


class Sum:
    """A sum of slope·direction·direction, with its size: that of its terms, which may cancel."""

    def __init__(self):
        self.value = mpf(0)
        self.size = mpf(0)
        self.is_nan = False

    def add(self, slope, *directions, rounded=False, separate=False):
        if isinstance(slope, list):
            for part in slope:  # terms that may cancel
                self.add(part, *directions, rounded=rounded, separate=separate)
            return
        still = any(d == 0 for d in directions)
        if slope == OUT or (slope == MOVES and not still):
            self.is_nan = True
            return
        if still:
            return
        product = mpf(1)
        for d in directions:
            product *= mpf(d)
        slope = mpf(slope)
        if rounded:
            # The slope is a number of its own: it may over- and underflow, and a subnormal one has few digits.
            if math.isinf(to_double(slope)):
                slope = mp.inf * mp.sign(slope)
            self.size = max(self.size, abs(product) * mpf(NORMAL) if not mp.isinf(slope) else 0)
        term = slope * product
        if separate and math.isinf(to_double(term)):
            term = mp.inf * mp.sign(term)  # each term is a number of its own
        if mp.isinf(term) and mp.isinf(self.value) and mp.sign(term) != mp.sign(self.value):
            self.is_nan = True
        self.value += term
        self.size += abs(term) if not mp.isinf(term) else 0

    def text(self):
        if self.is_nan:
            return "NaN"
        value = to_double(self.value)
        size = to_double(self.size)
        return text(value) + ("~" + text(size) if math.isfinite(value) and size > 2 * abs(value) else "")


# --- Rows --------------------------------------------------------------------------------------------------------------------

# Pairs of directions v and w: ordinary, none, and of very different sizes.
LINES = [(1.0, 1.0), (-2.5, 0.0), (0.0, 3.0), (1e100, 1e-100)]
PLANES = [((1.0, -2.5), (0.5, 3.0)), ((0.0, 1.0), (1.0, 0.0)), ((-2.5, 0.0), (0.0, 0.0)), ((1e100, -1e99), (1e-100, 1e-101))]

rows = []


def write(function, arguments, v, w, value, along_v, along_w, second, convention):
    def directions(d):
        return " ".join("-" if part is None else text(part) for part in d)

    value = to_double(value) if value is not None else None
    rows.append("\t".join([
        function,
        " ".join(str(a) if isinstance(a, int) else text(a) for a in arguments),
        directions(v),
        directions(w),
        "*" if value is None else text(value),
        along_v,
        along_w,
        second,
        convention,
    ]))


def patterns(arguments, active, bends=True):
    """Directions for each choice of active arguments: indices of active ones, and pairs (v, w)."""
    numbers = [i for i in active if isinstance(arguments[i], float)]
    for bits in range(1, 1 << len(numbers)):
        chosen = [numbers[k] for k in range(len(numbers)) if bits >> k & 1]
        if len(chosen) == 1:
            pairs = [((v,), (w,)) for v, w in (LINES if bends else LINES[1:3])]
        elif len(chosen) == 2:
            pairs = PLANES if bends else PLANES[:2]
        else:
            pairs = [((1.0, -2.5, 0.75), (0.5, 3.0, -1.0)), ((0.0, 0.0, 1.0), (1.0, 0.0, 0.0))]
        for v, w in pairs:
            yield chosen, v, w


def spread(arguments, chosen, v):
    full = [None] * len(arguments)
    for i, part in zip(chosen, v):
        full[i] = part
    return full


def in_range(slope, *directions):
    """Whether a product of a slope and directions is one that doubles have; what is 0 or infinite by itself is."""
    if isinstance(slope, list):
        return all(in_range(part, *directions) for part in slope)
    if isinstance(slope, str) or slope is None or slope == 0 or is_infinite(slope) or any(d == 0 for d in directions):
        return True
    size = abs(mpf(slope))
    for d in directions:
        size *= abs(mpf(d))
    return NORMAL <= size <= MAX


def is_promised(first, second, chosen, v, w):
    """Second derivatives are made of first ones: those along v and w, and second slopes along one of them, are to be in range."""
    for p, i in enumerate(chosen):
        if not in_range(first[i], v[p]) or not in_range(first[i], w[p]):
            return False
        for q, j in enumerate(chosen):
            slope = second.get((min(i, j), max(i, j)), 0)
            if not in_range(slope, v[p]) or not in_range(slope, w[q]):
                return False
    return True


def emit(function, arguments, value, first, second=None, convention="", rounded=False, active=None, pairs=None,
         separate=False, absolute=0.0):
    """
    first: the slopes; second: {(i, j): slope} for i <= j, or None where it is not promised; convention: text, or a function of the
    choice of active arguments and the directions; separate: each term is rounded by itself, and may overflow; absolute: an error of the slope,
    in units of the last place of this number, that the documentation admits.
    """
    active = range(len(arguments)) if active is None else active
    for chosen, v, w in pairs or patterns(arguments, active, second != {}):
        along = []
        for direction in (v, w):
            total = Sum()
            for i, part in zip(chosen, direction):
                total.add(first[i], part, rounded=rounded, separate=separate)
                total.size = max(total.size, absolute * abs(part))
            along.append(total.text())
        bend = "*"
        if second is not None and is_promised(first, second, chosen, v, w):
            total = Sum()
            for p, i in enumerate(chosen):
                for q, j in enumerate(chosen):
                    total.add(second.get((min(i, j), max(i, j)), 0), v[p], w[q], rounded=True, separate=separate)
                    total.size = max(total.size, absolute * abs(v[p] * w[q]))
            bend = total.text()
        named = convention(chosen, v, w) if callable(convention) else convention
        write(function, arguments, spread(arguments, chosen, v), spread(arguments, chosen, w), value, *along, bend, named)


def check(name, f, slopes, x):
    """Closed forms against mpmath's numerical derivatives."""
    with mp.workprec(400):
        for order in (1, 2):
            expected = mp.diff(f, mpf(x), order)
            actual = slopes(mpf(x))[order - 1]
            assert abs(actual - expected) <= mpf(10) ** -20 * (1 + abs(expected)), (name, x, order, actual, expected)


def line(name, points, f, slopes, special, conventions=None, rounded=False, ordinary=(0.3, 0.7), of_library=False,
         absolute=lambda x: 0.0):
    """
    A function of one argument. special: x -> (value, slope, curvature) where the closed forms do not say it, with None for ordinary
    points; conventions: x -> row of the table.
    """
    for x in ordinary:
        check(name, f, slopes, x)
    for x in points:
        found = special(x)
        if math.isnan(x):
            found = found or (NAN, OUT, OUT)
        if found is None:
            m = mpf(x)
            found = (f(m), *slopes(m))
        value, slope, curvature = found
        emit(name, [x], None if of_library else value, [slope], {(0, 0): curvature}, (conventions or (lambda _: ""))(x), rounded, absolute=absolute(x))


def signed(points):
    return [s * p for p in points for s in (1.0, -1.0)]


# --- Exponentials and logarithms ---------------------------------------------------------------------------------------------

EXP_LAST = float.fromhex("0x1.62e42fefa39efp9")
EXP_LEAST = -float.fromhex("0x1.74910d52d3051p9")


EXPONENTS = [0.0, -0.0, 1.0, -1.0, MIN, -MIN, 1e-300, -1e-300, 2.0**-54, 37.5, -40.0, 700.0, down(EXP_LAST), EXP_LAST, up(EXP_LAST), 710.0,
             1e300, -708.0, -709.5, EXP_LEAST, down(EXP_LEAST), -746.0, -1e300, INF, -INF, NAN]


def huge(x, above, below):
    """exp of these would be numbers of astronomic length."""
    if x in (INF, 1e300):
        return above
    return below if x in (-INF, -1e300) else None


line("exp(x)", EXPONENTS, mp.exp, lambda x: (mp.exp(x), mp.exp(x)),
     lambda x: huge(x, (INF, INF, INF), (0.0, 0.0, 0.0)), lambda x: "exp(x) @ overflow" if x > EXP_LAST else "", rounded=True)
line("expm1(x)", EXPONENTS, mp.expm1, lambda x: (mp.exp(x), mp.exp(x)),
     lambda x: huge(x, (INF, INF, INF), (-1.0, 0.0, 0.0)), lambda x: "expm1(x) @ overflow" if x > EXP_LAST else "", rounded=True)

POSITIVE = [MIN, 3 * MIN, NORMAL, down(NORMAL), 1e-300, 1e-200, 0.5, down(1.0), 1.0, up(1.0), 10.0, 1e200, 1e300, MAX]


def pole(name, at):
    def row(x):
        if x == at:
            return name + " @ " + {0.0: "±0", -1.0: "−1", 1.0: "1"}[at]
        return name + " @ outside the domain" if x < at else ""

    return row


for name, scale in (("log(x)", mpf(1)), ("log10(x)", mp.log(10))):
    line(name, [0.0, -0.0, *POSITIVE, INF, -MIN, -1.0, -MAX, -INF, NAN], lambda x: mp.log(x) / scale,
         lambda x: (1 / (x * scale), -1 / (x * x * scale)),
         lambda x: (-INF, INF, -INF) if x == 0 else (NAN, OUT, OUT) if x < 0 else (INF, 0.0, 0.0) if x == INF else None,
         pole(name, 0.0))
line("log1p(x)", [-1.0, up(-1.0), -0.5, 0.0, -0.0, MIN, -MIN, 1e-300, 2.0**-53, 1.0, 1e200, MAX, INF, down(-1.0), -2.0, -INF, NAN],
     lambda x: mp.log(1 + x) if abs(x) > 1e-100 else x, lambda x: (1 / (1 + x), -1 / (1 + x) ** 2),
     lambda x: (-INF, INF, -INF) if x == -1 else (NAN, OUT, OUT) if x < -1 else (INF, 0.0, 0.0) if x == INF else None,
     pole("log1p(x)", -1.0))

# --- Roots -------------------------------------------------------------------------------------------------------------------


def root_row(name):
    return lambda x: name + " @ ±0" if x == 0 else (name + " @ outside the domain" if x < 0 and name == "sqrt(x)" else "")


line("sqrt(x)", [0.0, -0.0, *POSITIVE, INF, -MIN, -1.0, -MAX, -INF, NAN], mp.sqrt,
     lambda x: (1 / (2 * mp.sqrt(x)), -1 / (4 * x * mp.sqrt(x))),
     lambda x: (x, INF, -INF) if x == 0 else (NAN, OUT, OUT) if x < 0 else (INF, 0.0, 0.0) if x == INF else None,
     root_row("sqrt(x)"))


def cube_root(x):
    return mp.sign(x) * mp.cbrt(abs(x))


# The second derivative of the cube root has opposite infinities left and right of 0: the zero's sign says which.
line("cbrt(x)", [0.0, -0.0, *signed(POSITIVE), 8.0, INF, -INF, NAN], cube_root,
     lambda x: (1 / (3 * cube_root(x) ** 2), -2 / (9 * x * cube_root(x) ** 2)),
     lambda x: (x, INF, -math.copysign(INF, x)) if x == 0 else (x, 0.0, 0.0) if abs(x) == INF else None,
     root_row("cbrt(x)"))

# --- Trigonometric functions -------------------------------------------------------------------------------------------------

ANGLES = signed([0.0, MIN, 1e-300, 1e-8, math.pi / 6, math.pi / 4, math.pi / 2, math.pi, 1.5 * math.pi, 1e8, 1e22, 1e300, MAX]) + [INF, -INF, NAN]
# The double nearest to a multiple of pi/2, relatively
ANGLES.append(float.fromhex("0x1.6ac5b262ca1ffp849"))


def no_angle(name):
    return lambda x: name + " @ ±∞" if abs(x) == INF else ""


def without_limit(x):
    return (NAN, OUT, OUT) if abs(x) == INF else None


line("sin(x)", ANGLES, mp.sin, lambda x: (mp.cos(x), -mp.sin(x)), without_limit, no_angle("sin(x)"))
line("cos(x)", ANGLES, mp.cos, lambda x: (-mp.sin(x), -mp.cos(x)), without_limit, no_angle("cos(x)"))
line("tan(x)", ANGLES, mp.tan, lambda x: (mp.sec(x) ** 2, 2 * mp.tan(x) * mp.sec(x) ** 2), without_limit, no_angle("tan(x)"))

UNIT = signed([0.0, MIN, 1e-300, 1e-8, 0.5, 0.96875, down(1.0), 1.0, up(1.0), 2.0, MAX, INF]) + [NAN]


def unit_row(name):
    return lambda x: name + " @ ±1" if abs(x) == 1 else name + " @ outside the domain" if abs(x) > 1 else ""


line("asin(x)", UNIT, mp.asin, lambda x: ((1 - x * x) ** mpf(-0.5), x * (1 - x * x) ** mpf(-1.5)),
     lambda x: (mp.asin(x), INF, INF * x) if abs(x) == 1 else (NAN, OUT, OUT) if abs(x) > 1 else None, unit_row("asin(x)"))
line("acos(x)", UNIT, mp.acos, lambda x: (-(1 - x * x) ** mpf(-0.5), -x * (1 - x * x) ** mpf(-1.5)),
     lambda x: (mp.acos(x), -INF, -INF * x) if abs(x) == 1 else (NAN, OUT, OUT) if abs(x) > 1 else None, unit_row("acos(x)"))

WIDE = signed([0.0, MIN, 1e-300, 1e-8, 0.5, 1.0, 1e8, 1e77, 1e150, 1.34e154, 1.35e154, 1e160, 1e200, 1e300, MAX])
line("atan(x)", [*WIDE, INF, -INF, NAN], mp.atan, lambda x: (1 / (1 + x * x), -2 * x / (1 + x * x) ** 2),
     lambda x: (mp.sign(x) * mp.pi / 2, 0.0, 0.0) if abs(x) == INF else None,
     lambda x: "atan(x) @ ±∞" if abs(x) == INF else "")

# --- Hyperbolic functions ----------------------------------------------------------------------------------------------------

SINH_LAST = float.fromhex("0x1.633ce8fb9f87dp9")
HYPERBOLIC = signed([0.0, MIN, 1e-300, 1e-8, 0.5, 1.0, 20.0, 23.0, 709.5, 710.0, SINH_LAST, up(SINH_LAST), 711.0, 1e300, INF]) + [NAN]


def far(x, at):
    return at(1.0 if x > 0 else -1.0) if abs(x) >= 1e300 else None


line("sinh(x)", HYPERBOLIC, mp.sinh, lambda x: (mp.cosh(x), mp.sinh(x)),
     lambda x: far(x, lambda s: (s * INF, INF, s * INF)), lambda x: "sinh(x) @ overflow" if abs(x) > SINH_LAST else "", rounded=True)
line("cosh(x)", HYPERBOLIC, mp.cosh, lambda x: (mp.sinh(x), mp.cosh(x)),
     lambda x: far(x, lambda s: (INF, s * INF, INF)), lambda x: "cosh(x) @ overflow" if abs(x) > SINH_LAST else "", rounded=True)

TANH = signed([0.0, MIN, 1e-300, 1e-8, 0.1, 0.5, 0.5493061443340549, 1.0, 2.0, 5.0, 9.5, 18.0, 19.0, 19.5, 22.5, 40.0, 300.0, 354.0, 360.0, 372.0, 373.0,
               1e300, INF]) + [NAN]
line("tanh(x)", TANH, mp.tanh, lambda x: (mp.sech(x) ** 2, -2 * mp.tanh(x) * mp.sech(x) ** 2),
     lambda x: far(x, lambda s: (s, 0.0, 0.0)), lambda x: "tanh(x) @ ±∞" if abs(x) == INF else "", rounded=True,
     absolute=lambda x: 1.0 if abs(x) < 4 else 0.0)


line("asinh(x)", [*WIDE, INF, -INF, NAN], lambda x: mp.asinh(x) if abs(x) > 1e-100 else x,
     lambda x: ((1 + x * x) ** mpf(-0.5), -x * (1 + x * x) ** mpf(-1.5)),
     lambda x: (x, 0.0, 0.0) if abs(x) == INF else None, of_library=True)
line("acosh(x)", [1.0, up(1.0), 1.03125, 2.0, 1e8, 1e160, 1e300, MAX, INF, down(1.0), 0.0, -1.0, -INF, NAN], mp.acosh,
     lambda x: ((x * x - 1) ** mpf(-0.5), -x * (x * x - 1) ** mpf(-1.5)),
     lambda x: (0.0, INF, -INF) if x == 1 else (NAN, OUT, OUT) if x < 1 else (INF, 0.0, 0.0) if x == INF else None,
     pole("acosh(x)", 1.0), ordinary=(1.3, 2.7), of_library=True)
line("atanh(x)", UNIT, lambda x: mp.atanh(x) if abs(x) > 1e-100 else x, lambda x: (1 / (1 - x * x), 2 * x / (1 - x * x) ** 2),
     lambda x: (INF * x, INF, INF * x) if abs(x) == 1 else (NAN, OUT, OUT) if abs(x) > 1 else None, unit_row("atanh(x)"), of_library=True)

# --- One argument: straight pieces -------------------------------------------------------------------------------------------

STEPS = signed([0.0, MIN, NORMAL, 0.25, 0.5, down(0.5), 1.0, 1.5, 2.5, down(3.0), 3.0, 2.0**52 - 0.5, 2.0**52 + 1, 2.0**62, 1e300, MAX, INF]) + [NAN]


def straight(name, points, value, slope, row):
    for x in points:
        emit(name, [x], value(x), [slope(x)], {}, row(x))


for name in ("ceil(x)", "floor(x)", "rint(x)", "signum(x)", "ulp(x)", "round(x)", "(int) x", "(long) x"):
    straight(name, STEPS, lambda x: None, lambda x: 0.0, lambda x: name + " @ everywhere")
straight("getExponent(x)", STEPS, lambda x: None, lambda x: 0.0, lambda x: "getExponent(x) @ everywhere")
straight("abs(x)", STEPS, abs, lambda x: OUT if math.isnan(x) else 0.0 if x == 0 else math.copysign(1.0, x),
         lambda x: "abs(x) @ ±0" if x == 0 else "")
for name in ("nextUp(x)", "nextDown(x)", "Double.valueOf(x)", "Double.valueOf(x).doubleValue()"):
    straight(name, STEPS, lambda x: None, lambda x: 1.0, lambda x: name + " @ everywhere")
straight("-x", STEPS, lambda x: -x, lambda x: -1.0, lambda x: "-x @ everywhere")
straight("toRadians(x)", STEPS, lambda x: None, lambda x: mp.pi / 180, lambda x: "toRadians(x) @ everywhere")
straight("toDegrees(x)", STEPS, lambda x: None, lambda x: 180 / mp.pi, lambda x: "toDegrees(x) @ everywhere")
for x in STEPS:
    for n in (0, 1, -1, 60, -60, 1100, -1100, 5000, -5000):
        if n in (0, 1) or x in (0.0, 1.5, -2.5, MAX, MIN, INF) or math.isnan(x):
            emit("scalb(x, n)", [x, n], None, [mpf(2) ** n, None], {}, "scalb(x, n) @ everywhere")

# Polynomials, as libraries have them
for name, n in (("pow2(x)", 2), ("pow3(x)", 3)):
    for x in signed([0.0, MIN, 1e-200, 0.5, 3.0, 1e100]) + [NAN]:
        m = mpf(x)
        out = math.isnan(x)
        emit(name, [x], None, [OUT if out else n * m ** (n - 1)], {(0, 0): OUT if out and n > 2 else n * (n - 1) * m ** (n - 2) if not out else 2.0},
             "", rounded=True, pairs=[([0], (v,), (w,)) for v, w in LINES[:3]])

# --- Ties --------------------------------------------------------------------------------------------------------------------

PAIRS = [(1.0, 2.0), (2.0, 1.0), (-1.0, 0.0), (0.0, MIN), (-MIN, 0.0), (-MAX, MAX), (INF, 1.0), (-INF, 1.0), (1.0, up(1.0)),
         (1.0, 1.0), (0.0, 0.0), (0.0, -0.0), (-0.0, 0.0), (MAX, MAX), (INF, INF), (-INF, -INF), (MIN, MIN),
         (NAN, 1.0), (1.0, NAN), (NAN, NAN), (INF, NAN)]
for name in ("max(x, y)", "min(x, y)"):
    for label in (name, "Double." + name):
        for x, y in PAIRS:
            if math.isnan(x) or math.isnan(y):
                slopes, row = [OUT, OUT], label + " @ NaN"
            elif x == y:
                slopes, row = [0.5, 0.5], label + " @ ties"
            else:
                first = (x > y) == name.startswith("max")
                slopes, row = [float(first), float(not first)], ""
            emit(label, [x, y], None, slopes, {}, row)
            if label == name and not (math.isnan(x) or math.isnan(y)) and name.startswith("max"):
                for stream, choose in (("DoubleStream.of(x, y).max()", True), ("DoubleStream.of(x, y).min()", False)):
                    if x == y:
                        emit(stream, [x, y], None, [0.5, 0.5], {}, stream + " @ ties")
                    else:
                        emit(stream, [x, y], None, [float((x > y) == choose), float((x > y) != choose)], {}, "")
    for x, y in PAIRS:
        if math.isnan(x) or math.isnan(y):
            emit("DoubleStream.of(x, y).%s()" % name[:3], [x, y], None, [OUT, OUT], None, "DoubleStream.of(x, y).%s() @ NaN" % name[:3])
        # The lower of two sorted numbers; a NaN comes last
        if name.startswith("min"):
            label = "Arrays.sort({x, y})"
            if math.isnan(x) and math.isnan(y):
                # Which of two NaN comes first is not said.
                emit(label, [x, y], NAN, [0.5, 0.5], {}, label + " @ NaN", pairs=[([0, 1], (2.0, 2.0), (-3.0, -3.0))])
            elif math.isnan(x) or math.isnan(y):
                emit(label, [x, y], None, [float(math.isnan(y)), float(math.isnan(x))], {}, label + " @ NaN", pairs=list(patterns([x, y], [0, 1]))[-4:])
            elif x == y:
                emit(label, [x, y], None, [0.5, 0.5], {}, label + " @ ties", pairs=list(patterns([x, y], [0, 1]))[-4:])
            else:
                emit(label, [x, y], None, [float(x < y), float(y < x)], {}, "", pairs=list(patterns([x, y], [0, 1]))[-4:])

for low, high in ((-1.0, 1.0), (0.0, 0.0), (-0.0, 0.0), (1.0, INF), (-INF, 2.0), (-MAX, MAX), (1.0, 1.0)):
    for value in (low, high, down(low), up(high), 0.25, 0.0, -0.0, INF, -INF, NAN):
        def choice(a, b, upper):
            if a[0] == b[0]:
                return (a[0], [0.5 * s + 0.5 * t for s, t in zip(a[1], b[1])])
            return a if (a[0] > b[0]) == upper else b

        if math.isnan(value):
            slopes, row = [OUT, OUT, OUT], "clamp(v, lo, hi) @ NaN"
        else:
            raised = choice((value, [1.0, 0.0, 0.0]), (low, [0.0, 1.0, 0.0]), True)
            slopes = choice(raised, (high, [0.0, 0.0, 1.0]), False)[1]
            row = "clamp(v, lo, hi) @ ties" if sorted(slopes) != [0.0, 0.0, 1.0] else ""
        emit("clamp(v, lo, hi)", [value, low, high], None, slopes, {}, row)
for value, low, high in ((0.5, 2.0, 1.0), (5.0, 2.0, 1.0), (-5.0, MAX, -MAX)):
    emit("clamp(v, lo, hi)", [value, low, high], None, [0.0, 1.0, 0.0], {}, "clamp(v, lo, hi) @ lo > hi")

for x in (0.0, -0.0, MIN, -MIN, 2.5, -2.5, MAX, INF, -INF, NAN):
    for s in (1.0, -3.0, 0.0, -0.0, INF, -INF):
        slope = OUT if math.isnan(x) else 0.0 if x == 0 else math.copysign(1.0, x) * math.copysign(1.0, s)
        emit("copySign(x, s)", [x, s], None, [slope, 0.0], {}, "copySign(x, s) @ x = ±0" if x == 0 else "")
for x in (0.0, -0.0, MIN, 1.0, MAX, -MAX, INF, NAN):
    for y in (0.0, -0.0, x, 2.0, INF, -INF):
        emit("nextAfter(x, y)", [x, y], None, [1.0, 0.0], {}, "nextAfter(x, y) @ everywhere")

# --- Angles and lengths ------------------------------------------------------------------------------------------------------

for x, y in ((3.0, 4.0), (1.25, -0.5)):
    a, b = mpf(x), mpf(y)
    check("hypot", lambda t: mp.hypot(t, b), lambda t: (t / mp.hypot(t, b), b * b / mp.hypot(t, b) ** 3), x)
    check("atan2", lambda t: mp.atan2(t, b), lambda t: (b / (t * t + b * b), -2 * t * b / (t * t + b * b) ** 2), x)

PLANE = [0.0, -0.0, MIN, 1e-310, -1e-200, 1.0, -3.0, 1e200, MAX, INF, -INF, NAN]
FINITE = [(x, y) for x in PLANE for y in PLANE]
for x, y in FINITE + [(3.0, 4.0), (-5.0, 12.0), (1.0, 2.0**-30), (0.9 * MAX, 0.9 * MAX)]:
    anywhere_infinite = math.isinf(x) or math.isinf(y)
    origin = x == 0 and y == 0
    # The length
    label, row = "hypot(x, y)", ""
    if anywhere_infinite:
        r = math.sqrt(2.0) if math.isinf(x) and math.isinf(y) else 1.0
        far_slopes = [(math.copysign(1.0, a) / (mp.sqrt(2) if r > 1 else 1)) if math.isinf(a) else 0.0 for a in (x, y)]
        value, first, second, row = INF, far_slopes, {}, label + " @ an infinite argument"
    elif math.isnan(x) or math.isnan(y):
        value, first, second = NAN, [OUT, OUT], {(0, 0): OUT, (0, 1): OUT, (1, 1): OUT}
    elif origin:
        value, first, second, row = 0.0, [0.0, 0.0], {}, label + " @ (±0, ±0)"
    else:
        a, b = mpf(x), mpf(y)
        r = mp.hypot(a, b)
        value, first = r, [a / r, b / r]
        second = {(0, 0): b * b / r**3, (0, 1): -a * b / r**3, (1, 1): a * a / r**3}
    emit(label, [x, y], value, first, second, row, rounded=True)

    # The angle of (x, y), written atan2(y, x)
    label, row = "atan2(y, x)", ""
    if math.isnan(x) or math.isnan(y):
        emit(label, [y, x], NAN, [OUT, OUT], {(0, 0): OUT, (0, 1): OUT, (1, 1): OUT}, label + " @ NaN")
    elif anywhere_infinite:
        emit(label, [y, x], math.atan2(y, x), [0.0, 0.0], {}, label + " @ an infinite argument")
    elif origin:
        for chosen, v, w in patterns([y, x], [0, 1]):
            still = [all(part == 0 for part in d) for d in (v, w)]
            # All directions differ in their limits; a direction of length 0 has one.
            write(label, [y, x], spread([y, x], chosen, v), spread([y, x], chosen, w), math.atan2(y, x),
                  *("0x0p0" if s else "NaN" for s in still), "0x0p0" if any(still) else "NaN", label + " @ (±0, ±0)")
    else:
        a, b = mpf(x), mpf(y)
        q = a * a + b * b
        emit(label, [y, x], mp.atan2(b, a) if b != 0 else math.atan2(y, x), [a / q, -b / q],
             {(0, 0): -2 * a * b / q**2, (0, 1): (b * b - a * a) / q**2, (1, 1): 2 * a * b / q**2},
             absolute=NORMAL / max(abs(x), abs(y)))  # a ratio of the arguments underflows

# --- Powers ------------------------------------------------------------------------------------------------------------------

for x, y in ((1.5, 2.5), (0.25, -1.5)):
    b, e = mpf(x), mpf(y)
    check("pow by x", lambda t: t**e, lambda t: (e * t ** (e - 1), e * (e - 1) * t ** (e - 2)), x)
    check("pow by y", lambda t: b**t, lambda t: (b**t * mp.log(b), b**t * mp.log(b) ** 2), y)
    check("pow by both", lambda t: e * t ** (e - 1), lambda t: (e * (e - 1) * t ** (e - 2), e * (e - 1) * (e - 2) * t ** (e - 3)), x)


def is_whole(y):
    return math.isfinite(y) and y == math.floor(y) or math.isinf(y)


def is_odd(y):
    """Infinite exponents are even, as Math.pow has it; so are those from 2**53 on."""
    return math.isfinite(y) and y == math.floor(y) and abs(y) < 2.0**53 and int(y) % 2 == 1


def magnitude(log2, sign):
    """sign·2^log2 for a logarithm of any size."""
    if log2 > 1e7:
        return sign * mp.inf
    if log2 < -1e7:
        return mpf(0)
    return sign * mpf(2) ** log2


def real_power(x, y):
    """x^y for a finite x that is not 0, and a finite y."""
    log2 = mpf(y) * mp.log(abs(mpf(x))) / mp.log(2)
    sign = -1 if x < 0 and is_odd(y) else 1
    if abs(log2) <= 3e4:
        return sign * abs(mpf(x)) ** mpf(y)
    return magnitude(log2, sign)


def at_limit(size, x, y, factor):
    """The limit of factor·|x|^size with the sign that an odd power has left of 0; x is ±0 or ±∞."""
    grows = (size > 0) == math.isinf(x)
    if size == 0:
        return factor
    return math.copysign(INF, factor) if grows else 0.0


def power(x, y):
    """Value, slopes, second derivatives, and the rows of the table: by x, by y."""
    nothing = {(0, 0): 0.0, (0, 1): 0.0, (1, 1): 0.0}
    value = math.nan if x != x and y != 0 else None
    row_x = row_y = ""
    # By x
    mirrored = math.copysign(1.0, x) < 0 and is_whole(y)
    odd = is_odd(y)
    undefined = (math.isnan(x) and y != 0) or math.isnan(y) or (x < 0 and math.isfinite(x) and not is_whole(y)) or (abs(x) == 1 and math.isinf(y))
    left = -1.0 if mirrored and not odd else 1.0  # the sign of x^(y-1) left of 0
    if y == 0:
        by_x, row_x = 0.0, "y = 0"
    elif y == 1:
        by_x, row_x = 1.0, "y = 1"
    elif undefined:
        by_x, row_x = OUT, "outside the domain"
    elif math.isinf(y):
        grows = (abs(x) > 1) == (y > 0)
        # y·x^(y-1): |y| grows, but less than the power shrinks.
        by_x = math.copysign(INF, y) * left if grows else 0.0
        row_x = "y = ±∞"
    elif x == 0 or math.isinf(x):
        by_x = at_limit(y - 1, x, y, y * left)
        row_x = "x = ±0" if x == 0 else "x = ±∞"
    else:
        by_x = mpf(y) * real_power(x, y) / mpf(x)
        if x < 0:
            row_x = "x < 0, y integral"
    # By y
    log_row = ""
    if undefined and not (y == 1 and False):
        by_y, row_y = OUT, "outside the domain"
    elif math.isnan(x) or x < 0:
        by_y, row_y = MOVES, "x < 0" if x < 0 else "NaN"
    elif x == 0:
        by_y, row_y = (-INF if y < 0 else 0.0), "x = ±0"
    elif x == INF:
        by_y, row_y = (INF if y > 0 else 0.0), "x = ∞"
    elif math.isinf(y):
        by_y = math.copysign(INF, mp.log(x)) if (x > 1) == (y > 0) else 0.0
        row_y = "y = ±∞"
    else:
        p = real_power(x, y)
        as_double = to_double(p)
        if math.isinf(as_double):
            by_y, row_y = (0.0 if x == 1 else math.copysign(INF, x - 1)), "overflow"
        else:
            by_y = 0.0 if as_double == 0 else p * mp.log(x)
            row_y = "underflow" if as_double == 0 else ""
    # Second derivatives: where x and y are finite
    second = None
    if math.isfinite(x) and math.isfinite(y) and not undefined:
        if x == 0:
            sign2 = -1.0 if mirrored and odd else 1.0
            by_xx = 0.0 if y in (0, 1) else at_limit(y - 2, x, y, y * (y - 1) * sign2)
            # x^(y-1)·(1 + y·log x): the power decides, and where it is 1, at y = 1, the logarithm
            by_xy = 0.0 if y > 1 or y == 0 else -INF if y > 0 else None
            by_yy = 0.0 if y >= 0 else INF
            second = {(0, 0): by_xx, (0, 1): by_xy, (1, 1): by_yy}
            if x == 0 and math.copysign(1.0, x) < 0 or by_xy is None:
                second[(0, 1)] = None
        else:
            p = real_power(x, y)
            b, e = mpf(x), mpf(y)
            lost = to_double(p) == 0 or math.isinf(to_double(p))
            log = None if x < 0 else mp.log(b)
            second = {
                (0, 0): 0.0 if y in (0, 1) else e * (e - 1) * p / (b * b),
                (0, 1): MOVES if x < 0 else [p / b, p / b * e * log],
                (1, 1): MOVES if x < 0 else None if lost else p * log * log,
            }
    return by_x, by_y, second, row_x, row_y


BASES = [0.0, -0.0, MIN, -MIN, 1e-200, 0.5, -0.5, down(1.0), 1.0, -1.0, up(1.0), 2.0, -2.0, 1e200, -1e200, MAX, INF, -INF, NAN]
POWERS = [0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 0.5, -0.5, 1.5, MIN, 1e-20, 400.0, -400.0, 1100.0, -1100.0, 2.0**53 - 1, 2.0**53,
          1e300, -1e300, INF, -INF, NAN]


def second_of(second, power_of, chosen, v, w):
    """None where a term that counts is not promised, or the exponent times a direction is no number."""
    if second is None or any(not in_range(power_of, d) for d in (*v, *w)):
        return None
    for p, i in enumerate(chosen):
        for q, j in enumerate(chosen):
            if v[p] != 0 and w[q] != 0 and second[(min(i, j), max(i, j))] is None:
                return None
    return {k: (0.0 if s is None else s) for k, s in second.items()}


POWER_LINES = [(1.0, 1.0), (-2.5, 0.0), (0.0, 3.0), (1e50, 1e-50)]
POWER_PLANES = [((1.0, -2.5), (0.5, 3.0)), ((1.0, 0.0), (0.0, 1.0)), ((0.0, 0.0), (1.0, 1.0))]
for x in BASES:
    for y in POWERS:
        by_x, by_y, second, row_x, row_y = power(x, y)
        choices = [([0], (v,), (w,)) for v, w in POWER_LINES] + [([1], (v,), (w,)) for v, w in POWER_LINES]
        for chosen, v, w in choices + [([0, 1], v, w) for v, w in POWER_PLANES]:
            row = ""
            if chosen == [0] and row_x:
                row = "pow(x, y) @ by x, " + row_x
            if chosen == [1] and row_y:
                row = "pow(x, y) @ by y, " + row_y
            emit("pow(x, y)", [x, y], None, [by_x, by_y], second_of(second, y, chosen, v, w), row, pairs=[(chosen, v, w)], separate=True)

for label in ("pow(x, n)", "pow(x, m)", "powFast(x, n)"):
    for x in (0.0, -0.0, 0.5, -0.5, 1.0, -1.0, up(1.0), -2.0, 1e200, -1e200, INF, NAN):
        wide = (2**53 + 1, -(2**53) - 1, 2**53, 2**62 + 1, 2**63 - 1, -(2**63)) if label == "pow(x, m)" else (2**31 - 1, -(2**31))
        for n in (0, 1, -1, 2, -2, 3, 4, *wide):
            row = label + " @ everywhere"
            second = None
            if n in (0, 1):
                first, second = float(n), {}
            elif math.isnan(x):
                first = OUT
            elif x == 0 or math.isinf(x):
                left = -1.0 if math.copysign(1.0, x) < 0 and n % 2 == 0 else 1.0
                first = at_limit(n - 1, x, n, n * left)
                second = {(0, 0): at_limit(n - 2, x, n, n * (n - 1.0) * (left if n % 2 else 1.0) * (-1.0 if left == 1.0 and math.copysign(1.0, x) < 0 else 1.0))}
            else:
                log2 = (n - 1) * mp.log(abs(mpf(x))) / mp.log(2)
                sign = -1 if x < 0 and n % 2 == 0 else 1
                p = abs(mpf(x)) ** (n - 1) if abs(log2) < 3e4 else magnitude(log2, 1)
                first = n * sign * p
                second = {(0, 0): n * (n - 1) * p * sign / mpf(x)}
            emit(label, [x, n], None, [first, None], second, row, pairs=[([0], (v,), (w,)) for v, w in POWER_LINES])

for b, x in ((2.0, 8.0), (10.0, 1e-300), (0.5, 3.0), (2.0, 1.0), (MAX, MIN), (1e-5, MAX)):
    extreme = max(b, x) == MAX
    c, m = mpf(b), mpf(x)
    lb, lx = mp.log(c), mp.log(m)
    emit("log(b, x)", [b, x], None, [-lx / (lb**2 * c), 1 / (m * lb)],
         None if extreme else {(0, 0): lx * (2 + lb) / (c * c * lb**3), (0, 1): -1 / (m * c * lb**2), (1, 1): -1 / (m * m * lb)})
for b, x in ((2.0, 0.0), (10.0, -0.0)):
    emit("log(b, x)", [b, x], None, [INF, INF], None, "log(b, x) @ x = ±0", pairs=[([1], (2.0,), (-2.0,)), ([1], (0.0,), (1.0,)), ([0, 1], (0.0, 0.0), (0.0, 1.0))])
for b, x in ((2.0, -1.0), (-1.0, 2.0), (NAN, 1.0), (1.5, NAN)):
    emit("log(b, x)", [b, x], None, [OUT, OUT], None, "log(b, x) @ outside the domain")

# --- Arithmetic --------------------------------------------------------------------------------------------------------------

NUMBERS = [0.0, -0.0, MIN, -7.0, 1e200, MAX, INF, -INF, NAN]


def ieee(op, a, b):
    """One operation as Java computes it."""
    if op == "/":
        if b == 0:
            return NAN if a == 0 or math.isnan(a) else math.copysign(INF, a) * math.copysign(1.0, b)
        return a / b
    return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b}[op]()


ARITHMETIC = [([0], (1.0,), (-2.5,)), ([0], (0.0,), (3.0,)), ([1], (1.0,), (-2.5,)), ([1], (0.0,), (3.0,)),
              ([0, 1], (1.0, -2.5), (0.5, 3.0)), ([0, 1], (0.0, 0.0), (1.0, 0.0))]


def part(d, i):
    return 0.0 if d[i] is None else d[i]


def quotient_tangent(x, y, d, chosen):
    """(ẋ − q·ẏ)/y, each step in double."""
    q = ieee("/", x, y)
    if 1 not in chosen:
        return ieee("/", d[0], y)
    numerator = -(q * d[1]) if 0 not in chosen else d[0] - q * d[1]
    return ieee("/", numerator, y)


for x in NUMBERS:
    for y in NUMBERS:
        for op in "+-":
            label = "x %s y" % op
            emit(label, [x, y], ieee(op, x, y), [1.0, 1.0 if op == "+" else -1.0], {}, label + " @ everywhere", pairs=ARITHMETIC)
        for label in ("Double.sum(x, y)", "DoubleStream.of(x, y).sum()"):
            emit(label, [x, y], None, [1.0, 1.0], {}, label + " @ everywhere", pairs=ARITHMETIC)
        emit("DoubleStream.of(x, y).average()", [x, y], None, [0.5, 0.5], {}, "DoubleStream.of(x, y).average() @ everywhere", pairs=ARITHMETIC)
        for chosen, v, w in ARITHMETIC:
            a, b = spread([x, y], chosen, v), spread([x, y], chosen, w)
            along = []
            for d in (a, b):
                t = [d[0] * y] if 1 not in chosen else [x * d[1]] if 0 not in chosen else [d[0] * y, x * d[1]]
                along.append(text(sum(t[1:], t[0])) + ("~" + text(max(map(abs, t))) if len(t) == 2 and math.isfinite(sum(t)) else ""))
            bend = 0.0 if len(chosen) < 2 else part(a, 0) * part(b, 1) + part(a, 1) * part(b, 0)
            write("x * y", [x, y], a, b, x * y, *along, text(bend), "x * y @ everywhere")
            along = [text(quotient_tangent(x, y, d, chosen)) for d in (a, b)]
            finite = math.isfinite(x) and math.isfinite(y) and y != 0
            if finite and math.isfinite(x / y):
                total = [Sum(), Sum()]
                m, n = mpf(x), mpf(y)
                for s, d in zip(total, (a, b)):
                    for i, slope in enumerate((1 / n, -m / (n * n))):
                        if d[i] is not None:
                            s.add(slope, d[i])
                    s.size = max(s.size, abs(mpf(NORMAL) * mpf(part(d, 1)) / n))  # a subnormal quotient has few digits
                along = [s.text() for s in total]
            write("x / y", [x, y], a, b, ieee("/", x, y), *along, "*", "x / y @ everywhere" if finite else "x / y @ y = ±0, infinite or NaN arguments")

ORDINARY_QUOTIENTS = [(1.0, 3.0), (-7.0, 0.5), (1e200, 1e-50), (1e-150, 1e150), (MIN, 3.0), (0.0, 2.0)]
for x, y in ORDINARY_QUOTIENTS:
    m, n = mpf(x), mpf(y)
    emit("x / y", [x, y], m / n, [1 / n, -m / (n * n)], {(0, 1): -1 / (n * n), (1, 1): 2 * m / n**3}, "", rounded=True, pairs=ARITHMETIC)


def whole(x, y, nearest):
    """The integer that a remainder subtracts, exactly."""
    from fractions import Fraction

    q = Fraction(x) / Fraction(y)
    return round(q) if nearest else (abs(q.numerator) // q.denominator) * (-1 if q < 0 else 1)


REMAINDERS = [(7.0, 3.0), (-7.0, 3.0), (7.0, -3.0), (5.5, 1.0), (2.5, 1.0), (3.5, 1.0), (-2.5, 1.0), (6.0, 3.0), (0.0, 3.0), (-0.0, 3.0), (1.0, 3.0),
              (2.0, 3.0), (1e300, 3.0), (1e22, 0.1), (MAX, 0.6 * MAX), (MAX, MIN), (1e300, 1e-20), (MIN, MAX), (3 * MIN, 2 * MIN), (5 * MIN, 2 * MIN),
              (1.0, MIN), (-MAX, 0.6 * MAX), (2.0**53 + 2, 1.0), (2.0**52 + 0.5, 1.0)]
for label, nearest in (("x % y", False), ("IEEEremainder(x, y)", True)):
    for x, y in REMAINDERS:
        n = whole(x, y, nearest)
        emit(label, [x, y], None, [1.0, -mpf(n)], {}, label + " @ everywhere", rounded=True)
    for x, y in ((3.0, INF), (-3.0, -INF), (0.0, INF)):
        emit(label, [x, y], x, [1.0, 0.0], {}, label + " @ everywhere")
for x, y in ((INF, 3.0), (-INF, 3.0), (3.0, 0.0), (0.0, -0.0), (INF, INF), (NAN, 1.0), (1.0, NAN)):
    emit("IEEEremainder(x, y)", [x, y], NAN, [OUT, OUT], {}, "IEEEremainder(x, y) @ outside the domain")
    emit("x % y", [x, y], NAN, [1.0, OUT], {}, "x % y @ outside the domain")

for x, y, z in ((1.5, -2.0, 0.25), (1e200, 1e200, -1e300), (MAX, 2.0, -MAX), (MIN, 0.5, 0.0), (0.0, -0.0, 1.0), (1e-200, 1e-200, 1.0), (3.0, 1.0, -3.0)):
    emit("fma(x, y, z)", [x, y, z], None, [mpf(y), mpf(x), 1.0], {(0, 1): 1.0}, "")
for x, y, z in ((INF, 2.0, 1.0), (2.0, -INF, 1.0), (INF, 0.0, 1.0), (1.0, 1.0, INF), (NAN, 1.0, 1.0), (1.0, 1.0, NAN)):
    for chosen, v, w in patterns([x, y, z], [0, 1, 2]):
        a, b = spread([x, y, z], chosen, v), spread([x, y, z], chosen, w)
        along = []
        for d in (a, b):
            # Arithmetic in one step: ẋ·y + x·ẏ + ż as Java computes it
            terms = [t for i, t in ((0, part(d, 0) * y), (1, x * part(d, 1)), (2, part(d, 2))) if i in chosen]
            along.append(text(sum(terms[1:], terms[0])))
        write("fma(x, y, z)", [x, y, z], a, b, None, *along, "*", "fma(x, y, z) @ everywhere")

print("# Written by references.py. function, arguments, v, w, value, tangents along v and w, second derivative along both, row of docs/conventions.md.")
print("# -: a constant; *: not promised here; a~b: a sum whose terms have the size b, from which its roundings are counted.")
sys.stdout.write("\n".join(dict.fromkeys(rows)) + "\n")
