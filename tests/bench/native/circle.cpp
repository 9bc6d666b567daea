// The native twin of src/reach/circle.ts for one limit: same cells, same fast ruler, same millimetres, in plain C++.
// Reads "demand sites west south width height" and a seed, makes the points as tests/bench/circle.bench.ts does, prints one line of JSON.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <vector>
using std::vector;

static uint32_t state;
static double rnd() {
  state += 0x6d2b79f5u;
  uint32_t t = state;
  t = (t ^ (t >> 15)) * (t | 1u);
  t ^= t + (t ^ (t >> 7)) * (t | 61u);
  return (double)(t ^ (t >> 14)) / 4294967296.0;
}

static const double A = 6378137, F = 1 / 298.257223563, E2 = F * (2 - F), EP2 = E2 / (1 - E2), RAD = M_PI / 180;
static const double N1 = F / (2 - F), ARC = A / (1 + N1) * (1 + N1 * N1 / 4 + N1 * N1 * N1 * N1 / 64);
static const double A2 = -1.5 * N1 + 9.0 / 16 * N1 * N1 * N1, A4 = 15.0 / 16 * N1 * N1 - 15.0 / 32 * N1 * N1 * N1 * N1, A6 = -35.0 / 48 * N1 * N1 * N1, A8 = 315.0 / 512 * N1 * N1 * N1 * N1;

static double bowring(double l1, double p1, double l2, double p2) {
  if (p1 > p2) std::swap(p1, p2);
  double turn = std::fabs(l2 - l1) * RAD, s = p1 * RAD, n = p2 * RAD, c = std::cos(s), si = std::sin(s), q = c * c;
  double a = std::sqrt(1 + EP2 * q * q), bb = 1 + EP2 * q, b = std::sqrt(bb), rise = n - s, w = a * turn / 2;
  double d = rise / (2 * b) * (1 + 3 * EP2 / (4 * bb) * rise * std::sin(2 * s + 2.0 / 3 * rise)), sd = std::sin(d);
  double e = sd * std::cos(w), f = std::sin(w) / a * (b * c * std::cos(d) - si * sd);
  return 2 * A * std::sqrt(1 + EP2) / bb * std::asin(std::sqrt(e * e + f * f));
}

static void plane(double lat, double& arc, double& half) {
  double p = lat * RAD, s = std::sin(p), c = std::cos(p), s2 = 2 * s * c, t = 2 - 4 * s * s, b3 = A6 + t * A8, b2 = A4 + t * b3 - A8, b1 = A2 + t * b2 - b3;
  arc = ARC * (p + s2 * b1);
  half = 0.5 * A * c / std::sqrt(1 - E2 * s * s);
}

static double steep;
static double doubt(double m) { return 1e-7 + 2.5e-15 / (steep * steep) * m * m * m; }

int main(int argc, char** argv) {
  int nd = std::atoi(argv[1]), ns = std::atoi(argv[2]);
  double west0 = std::atof(argv[3]), south0 = std::atof(argv[4]), wide = std::atof(argv[5]), high = std::atof(argv[6]), R = std::atof(argv[7]);
  state = (uint32_t)std::atoi(argv[8]);
  int runs = std::atoi(argv[9]);
  vector<double> dx(nd), dy(nd), sx(ns), sy(ns);
  for (int i = 0; i < nd; i++) { dx[i] = west0 + wide * rnd(); dy[i] = south0 + high * rnd(); }
  for (int i = 0; i < ns; i++) { sx[i] = west0 + wide * rnd(); sy[i] = south0 + high * rnd(); }
  vector<double> times;
  long long sumMm = 0, pairs = 0, sumNearest = 0;
  for (int run = 0; run < runs; run++) {
    auto start = std::chrono::steady_clock::now();
    double west = 1e9, east = -1e9, south = 1e9, north = -1e9, steepest = 0;
    for (int i = 0; i < ns; i++) { west = std::min(west, sx[i]); east = std::max(east, sx[i]); south = std::min(south, sy[i]); north = std::max(north, sy[i]); steepest = std::max(steepest, std::fabs(sy[i])); }
    for (int i = 0; i < nd; i++) steepest = std::max(steepest, std::fabs(dy[i]));
    steep = std::cos(steepest * RAD);
    double w = (east - west) * RAD * A * std::cos((south + north) / 2 * RAD), h = (north - south) * RAD * A;
    double most = std::min(1 << 20, std::max(1024, 32 * ns)), side = std::max(R / 2, std::sqrt(w * h / most));
    int cols = std::max(1, (int)(w / side)), rows = std::max(1, std::min((int)(h / side), (int)std::ceil(most / cols)));
    double perLng = cols / (east - west), perLat = rows / (north - south);
    vector<int> starts(cols * rows + 1), cell(ns), order(ns);
    for (int i = 0; i < ns; i++) { cell[i] = std::min(rows - 1, (int)((sy[i] - south) * perLat)) * cols + std::min(cols - 1, (int)((sx[i] - west) * perLng)); starts[cell[i] + 1]++; }
    for (int c = 0; c < cols * rows; c++) starts[c + 1] += starts[c];
    vector<int> next(starts.begin(), starts.end() - 1);
    for (int i = 0; i < ns; i++) order[next[cell[i]]++] = i;
    vector<double> pl(ns), pa(ns), ph(ns);
    for (int k = 0; k < ns; k++) { pl[k] = sx[order[k]] * RAD; plane(sy[order[k]], pa[k], ph[k]); }
    vector<int> nearest(nd, -1);
    vector<double> metres(nd, std::numeric_limits<double>::quiet_NaN());
    vector<uint16_t> within(nd);
    long long limitMm = (long long)std::floor(R * 1000 + 1e-6);
    double T = (limitMm + 0.5) / 1000, inner2 = std::pow(T - doubt(T), 2), outer2 = std::pow(T + doubt(T), 2);
    double aLat0 = (R + 0.01) / (A * (1 - E2)) / RAD * (1 + 1e-9), aLng0 = (R + 0.01) / (A * std::cos((steepest + aLat0) * RAD)) / RAD * (1 + 1e-9);
    auto line = [](double v, int n) { return std::max(0, std::min(n - 1, (int)std::floor(v))); };
    for (int i = 0; i < nd; i++) {
      double x = dx[i], y = dy[i], lng = x * RAD, arc, half, best = 1e300, bound2 = 1e300, radius = R;
      plane(y, arc, half);
      int bestSite = -1;
      auto mmOf = [&](double square, int site) {
        double m = std::sqrt(square), mm = std::floor(m * 1000 + 0.5);
        if (0.5 - std::fabs(m * 1000 - mm) > doubt(m) * 1000) return mm;
        return std::floor(bowring(x, y, sx[site], sy[site]) * 1000 + 0.5);
      };
      double least = 1e300, second = 1e300;
      int leastAt = -1;
      {
        int r0 = line((y - aLat0 - south) * perLat, rows), r1 = line((y + aLat0 - south) * perLat, rows), c0 = line((x - aLng0 - west) * perLng, cols), c1 = line((x + aLng0 - west) * perLng, cols);
        for (int r = r0; r <= r1; r++)
          for (int k = starts[r * cols + c0], end = starts[r * cols + c1 + 1]; k < end; k++) {
            double e = (pl[k] - lng) * (ph[k] + half), n = pa[k] - arc, square = e * e + n * n;
            if (square <= outer2 && (square < inner2 || mmOf(square, order[k]) <= limitMm)) within[i]++;
            if (square < second) {
              if (square < least) { second = least; least = square; leastAt = k; }
              else second = square;
            }
          }
        if (leastAt >= 0) { best = mmOf(least, order[leastAt]); bestSite = order[leastAt]; double b = (best + 0.6) / 1000, m = b + doubt(b); bound2 = m * m; }
      }
      if (best > radius * 1000 || second <= bound2) {
        radius = bestSite >= 0 ? (best + 1) / 1000 : radius * 2;
        best = 1e300; bound2 = 1e300; bestSite = -1;
        for (;;) {
          double aLat = (radius + 0.01) / (A * (1 - E2)) / RAD * (1 + 1e-9), aLng = (radius + 0.01) / (A * std::cos((steepest + aLat) * RAD)) / RAD * (1 + 1e-9);
          int r0 = line((y - aLat - south) * perLat, rows), r1 = line((y + aLat - south) * perLat, rows), c0 = line((x - aLng - west) * perLng, cols), c1 = line((x + aLng - west) * perLng, cols);
          for (int r = r0; r <= r1; r++)
            for (int k = starts[r * cols + c0], end = starts[r * cols + c1 + 1]; k < end; k++) {
              double e = (pl[k] - lng) * (ph[k] + half), n = pa[k] - arc, square = e * e + n * n;
              if (square > bound2) continue;
              double mm = mmOf(square, order[k]);
              if (mm < best || (mm == best && order[k] < bestSite)) { best = mm; bestSite = order[k]; double b = (mm + 0.6) / 1000, m = b + doubt(b); bound2 = m * m; }
            }
          if (best <= radius * 1000 || (r0 == 0 && c0 == 0 && r1 == rows - 1 && c1 == cols - 1)) break;
          radius = bestSite >= 0 ? (best + 1) / 1000 : radius * 2;
        }
      }
      nearest[i] = bestSite;
      metres[i] = best / 1000;
    }
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    sumMm = pairs = sumNearest = 0;
    for (int i = 0; i < nd; i++) { sumMm += std::llround(metres[i] * 1000); pairs += within[i]; sumNearest += nearest[i]; }
  }
  std::sort(times.begin(), times.end());
  std::printf("{\"ms\":%.3f,\"sumMm\":%lld,\"pairs\":%lld,\"sumNearest\":%lld}\n", times[times.size() / 2], sumMm, pairs, sumNearest);
}
