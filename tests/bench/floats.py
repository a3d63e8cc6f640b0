# Floating point in attributes: planets that pull at each other, and a loop of plain floats.


class Body:
    def __init__(self, x, y, vx, vy, mass):
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy
        self.mass = mass


def advance(bodies, dt, steps):
    for _ in range(steps):
        for i, a in enumerate(bodies):
            for b in bodies[i + 1:]:
                dx = a.x - b.x
                dy = a.y - b.y
                pull = dt / ((dx * dx + dy * dy) ** 1.5 + 0.01)
                a.vx -= dx * b.mass * pull
                a.vy -= dy * b.mass * pull
                b.vx += dx * a.mass * pull
                b.vy += dy * a.mass * pull
        for a in bodies:
            a.x += dt * a.vx
            a.y += dt * a.vy


def mandelbrot(size):
    inside = 0
    for row in range(size):
        ci = 2.0 * row / size - 1.0
        for column in range(size):
            cr = 2.0 * column / size - 1.5
            zr = zi = 0.0
            for _ in range(40):
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                if zr * zr + zi * zi > 4.0:
                    break
            else:
                inside += 1
    return inside


def main():
    bodies = [Body(i * 1.5, 3.0 - i, 0.1 * i, 0.3, 1.0 + i) for i in range(5)]
    advance(bodies, 0.001, 45000)
    inside = mandelbrot(320)
    return [(round(b.x, 9), round(b.y, 9)) for b in bodies], inside
