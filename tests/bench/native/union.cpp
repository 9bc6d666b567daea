// The native twin of src/geo/circles.ts areaOfCircles on a plane (no projection): same cells, same arcs, Green's theorem.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
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

int main(int, char** argv) {
  int n = std::atoi(argv[1]), runs = std::atoi(argv[5]);
  double side = std::atof(argv[2]), r = std::atof(argv[3]);
  state = (uint32_t)std::atoi(argv[4]);
  vector<double> x(n), y(n);
  for (int i = 0; i < n; i++) { x[i] = (rnd() - 0.5) * side; y[i] = (rnd() - 0.5) * side; }
  vector<double> times;
  double area = 0;
  for (int run = 0; run < runs; run++) {
    auto begin = std::chrono::steady_clock::now();
    double west = *std::min_element(x.begin(), x.end()), south = *std::min_element(y.begin(), y.end()), cell = 2 * r;
    int cols = (int)((*std::max_element(x.begin(), x.end()) - west) / cell) + 1, rows = (int)((*std::max_element(y.begin(), y.end()) - south) / cell) + 1;
    vector<int> starts(cols * rows + 1), own(n), list(n);
    for (int i = 0; i < n; i++) { own[i] = (int)((y[i] - south) / cell) * cols + (int)((x[i] - west) / cell); starts[own[i] + 1]++; }
    for (int c = 0; c < cols * rows; c++) starts[c + 1] += starts[c];
    vector<int> next(starts.begin(), starts.end() - 1);
    for (int i = 0; i < n; i++) list[next[own[i]]++] = i;
    vector<std::pair<double, double>> spans;
    area = 0;
    auto arc = [&](int i, double a, double b) { area += r / 2 * (x[i] * (std::sin(b) - std::sin(a)) - y[i] * (std::cos(b) - std::cos(a)) + r * (b - a)); };
    for (int i = 0; i < n; i++) {
      spans.clear();
      int column = own[i] % cols, row = own[i] / cols;
      for (int v = std::max(0, row - 1); v <= std::min(rows - 1, row + 1); v++)
        for (int k = starts[v * cols + std::max(0, column - 1)]; k < starts[v * cols + std::min(cols - 1, column + 1) + 1]; k++) {
          int j = list[k];
          double dx = x[j] - x[i], dy = y[j] - y[i], q = dx * dx + dy * dy;
          if (j == i || q > 4 * r * r) continue;
          double half = std::acos(std::sqrt(q) / (2 * r)), from = std::atan2(dy, dx) - half;
          if (from < 0) from += 2 * M_PI;
          spans.push_back({from, from + 2 * half});
        }
      if (spans.empty()) { arc(i, 0, 2 * M_PI); continue; }
      std::sort(spans.begin(), spans.end());
      double end = spans[0].second;
      for (auto& s : spans) end = std::max(end, s.second - 2 * M_PI);
      for (size_t k = 1; k <= spans.size(); k++) {
        double start = k == spans.size() ? spans[0].first + 2 * M_PI : spans[k].first;
        if (start > end) arc(i, end, start);
        if (k < spans.size()) end = std::max(end, spans[k].second);
      }
    }
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  std::printf("{\"ms\":%.3f,\"areaM2\":%.3f}\n", times[times.size() / 2], area);
}
