// The native twin of the walk core in the layout that ours has: as walk.cpp, and besides arcs by cost and inner vertices by blocks of four junctions
// (beads.ts). The stricter of the two; walk.cpp is the one beside which other programs were measured.
// Reads the street graph and the snapped sites from a file that tests/bench/walk.bench.ts writes: int32 counts of vertices, pieces and sites, limit in mm;
// double lng, lat; int32 from, to, mm; int32 piece, pieceMm, offMm of each site. Prints one line of JSON: medians in ms, and sums that must equal ours.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <vector>
using std::vector;
typedef int32_t i32;

static const i32 FAR = 0x3fffffff, NOBODY = 0x7fffffff;
static const int SHIFT = 14;
struct Chain { i32 from, to, cost, inner; };
struct Arc { i32 head, cost; };
struct Label { i32 mm, site; };
struct Bead { i32 from, to, there, back; };
static const int BLOCK = 2;
struct Site { i32 chain, offset, off; };

static i32 V, P, S, LIMIT, J;
static vector<double> lng, lat;
static vector<i32> from_, to_, mm_, sitePiece, siteAlong, siteOff;
static vector<Chain> chains;
static vector<i32> innerCost, chainsFrom, firstArc, pieceChain, pieceBefore, order;
static vector<char> pieceTurned;
static vector<Arc> arcs;
static vector<Bead> beads;
static vector<i32> beadsOfBlock;

static uint32_t hilbert(uint32_t x, uint32_t y) {
  uint32_t d = 0;
  for (uint32_t s = 32768; s > 0; s >>= 1) {
    uint32_t rx = (x & s) ? 1 : 0, ry = (y & s) ? 1 : 0;
    d += s * s * ((3 * rx) ^ ry);
    if (ry == 0) { if (rx == 1) { x = 65535 - x; y = 65535 - y; } std::swap(x, y); }
  }
  return d;
}

static void prepare() {
  vector<i32> first(V + 1), around(2 * P), parent(V);
  for (i32 p = 0; p < P; p++) { first[from_[p] + 1]++; first[to_[p] + 1]++; }
  for (i32 v = 0; v < V; v++) first[v + 1] += first[v];
  vector<i32> next(first.begin(), first.end() - 1);
  for (i32 p = 0; p < P; p++) { around[next[from_[p]]++] = p; around[next[to_[p]]++] = p; }
  std::iota(parent.begin(), parent.end(), 0);
  auto root = [&](i32 v) { while (parent[v] != v) v = parent[v] = parent[parent[v]]; return v; };
  for (i32 p = 0; p < P; p++) { i32 a = root(from_[p]), b = root(to_[p]); if (a < b) parent[b] = a; else parent[a] = b; }
  vector<i32> stand(V, V);
  auto degree = [&](i32 v) { return first[v + 1] - first[v]; };
  for (i32 v = 0; v < V; v++) {
    i32 c = root(v);
    if (degree(v) != 1 && degree(v) != 2) stand[c] = -1;
    else if (stand[c] == V || (stand[c] >= 0 && degree(v) == 1 && degree(stand[c]) == 2)) stand[c] = v;
  }
  double west = *std::min_element(lng.begin(), lng.end()), east = *std::max_element(lng.begin(), lng.end()), south = *std::min_element(lat.begin(), lat.end()), north = *std::max_element(lat.begin(), lat.end());
  vector<std::pair<uint32_t, i32>> keys;
  for (i32 v = 0; v < V; v++)
    if ((degree(v) != 1 && degree(v) != 2) || stand[root(v)] == v) keys.push_back({hilbert((uint32_t)((lng[v] - west) * 65535 / (east - west)), (uint32_t)((lat[v] - south) * 65535 / (north - south))), v});
  std::sort(keys.begin(), keys.end());
  J = (i32)keys.size();
  vector<i32> number(V, -1);
  order.assign(V, 0);
  for (i32 v = 0; v < J; v++) { order[v] = keys[v].second; number[keys[v].second] = v; }
  vector<char> walked(P);
  pieceChain.assign(P, 0); pieceBefore.assign(P, 0); pieceTurned.assign(P, 0); chains.clear(); innerCost.clear(); chainsFrom.assign(J + 1, 0);
  for (i32 v = 0; v < J; v++) {
    for (i32 k = first[order[v]]; k < first[order[v] + 1]; k++) {
      i32 p = around[k], at = order[v], cost = 0, inner = (i32)innerCost.size();
      if (walked[p]) continue;
      for (;;) {
        walked[p] = 1; pieceChain[p] = (i32)chains.size(); pieceBefore[p] = cost; pieceTurned[p] = from_[p] != at;
        cost += mm_[p];
        at = from_[p] == at ? to_[p] : from_[p];
        if (number[at] >= 0) break;
        order[J + innerCost.size()] = at; innerCost.push_back(cost);
        if (degree(at) == 1) break;
        p = around[first[at]] == p ? around[first[at] + 1] : around[first[at]];
      }
      chains.push_back({v, number[at] >= 0 ? number[at] : J, cost, inner});
    }
    chainsFrom[v + 1] = (i32)chains.size();
  }
  firstArc.assign(J + 1, 0);
  for (auto& c : chains) if (c.to != J && c.to != c.from) { firstArc[c.from + 1]++; firstArc[c.to + 1]++; }
  for (i32 v = 0; v < J; v++) firstArc[v + 1] += firstArc[v];
  arcs.resize(firstArc[J]);
  vector<i32> put(firstArc.begin(), firstArc.end() - 1);
  for (size_t c = 0; c < chains.size(); c++) {
    Chain& ch = chains[c];
    if (ch.to == J || ch.to == ch.from) continue;
    arcs[put[ch.from]++] = {ch.to, ch.cost};
    arcs[put[ch.to]++] = {ch.from, ch.cost};
  }
  // The cheapest arc first. Which chain an arc belongs to is not asked below.
  for (i32 v = 0; v < J; v++) std::stable_sort(arcs.begin() + firstArc[v], arcs.begin() + firstArc[v + 1], [](const Arc& a, const Arc& b) { return a.cost < b.cost; });
  beads.clear();
  beadsOfBlock.assign(((J - 1) >> BLOCK) + 2, 0);
  for (size_t c = 0; c < chains.size(); c++) {
    i32 end = c + 1 < chains.size() ? chains[c + 1].inner : (i32)innerCost.size();
    beadsOfBlock[(chains[c].from >> BLOCK) + 1] += end - chains[c].inner;
    for (i32 k = chains[c].inner; k < end; k++) beads.push_back({chains[c].from, chains[c].to, innerCost[k], chains[c].cost - innerCost[k]});
  }
  for (size_t b = 0; b + 1 < beadsOfBlock.size(); b++) beadsOfBlock[b + 1] += beadsOfBlock[b];
  chains.push_back({J, J, 0, (i32)innerCost.size()});
}

// Lists of junctions by bucket of distance.
struct Queue {
  vector<i32> head, next, junction;
  i32 used = 0, low = NOBODY, high = -1;
  Queue() : head((LIMIT >> SHIFT) + 2, -1), next(1 << 16), junction(1 << 16) {}
  inline void push(i32 v, i32 mm) {
    i32 b = mm >> SHIFT;
    if (used == (i32)next.size()) { next.resize(2 * used); junction.resize(2 * used); }
    junction[used] = v; next[used] = head[b]; head[b] = used++;
    if (b < low) low = b;
    if (b > high) high = b;
  }
};

static vector<Label> label;
static void seedLabel(Queue& q, i32 s, i32 v, i32 mm) {
  if (v == J || mm > LIMIT || mm > label[v].mm || (mm == label[v].mm && s >= label[v].site)) return;
  label[v] = {mm, s};
  q.push(v, mm);
}
static void runLabels(Queue& q) {
  for (i32 b = q.low; b <= q.high; b++)
    while (q.head[b] != -1) {
      i32 e = q.head[b], v = q.junction[e];
      q.head[b] = q.next[e];
      Label own = label[v];
      if (own.mm >> SHIFT != b) continue;
      for (i32 a = firstArc[v], end = firstArc[v + 1]; a < end; a++) {
        Arc arc = arcs[a];
        i32 there = own.mm + arc.cost;
        if (there > LIMIT) break;
        Label& before = label[arc.head];
        if (there > before.mm || (there == before.mm && own.site >= before.site)) continue;
        before = {there, own.site};
        q.push(arc.head, there);
      }
    }
  q.used = 0; q.low = NOBODY; q.high = -1;
}

int main(int, char** argv) {
  FILE* f = std::fopen(argv[1], "rb");
  int runs = std::atoi(argv[2]);
  i32 counts[4];
  if (!f || std::fread(counts, 4, 4, f) != 4) return 1;
  V = counts[0]; P = counts[1]; S = counts[2]; LIMIT = counts[3];
  auto read = [&](auto& column, size_t n) { column.resize(n); if (std::fread(column.data(), sizeof(column[0]), n, f) != n) std::exit(1); };
  read(lng, V); read(lat, V); read(from_, P); read(to_, P); read(mm_, P); read(sitePiece, S); read(siteAlong, S); read(siteOff, S);
  auto now = [] { return std::chrono::steady_clock::now(); };
  auto ms = [](auto a, auto b) { return std::chrono::duration<double, std::milli>(b - a).count(); };
  auto median = [](vector<double> t) { std::sort(t.begin(), t.end()); return t[t.size() / 2]; };

  vector<double> prep;
  for (int run = 0; run < 3; run++) { auto a = now(); prepare(); prep.push_back(ms(a, now())); }
  vector<Site> sites(S);
  vector<i32> along;
  for (i32 s = 0; s < S; s++) {
    i32 p = sitePiece[s];
    if (p < 0) { sites[s] = {-1, 0, 0}; continue; }
    sites[s] = {pieceChain[p], pieceBefore[p] + (pieceTurned[p] ? mm_[p] - siteAlong[s] : siteAlong[s]), siteOff[s]};
    along.push_back(s);
  }
  std::sort(along.begin(), along.end(), [&](i32 a, i32 b) { return sites[a].chain != sites[b].chain ? sites[a].chain < sites[b].chain : a < b; });

  // T1: the nearest site of every vertex.
  vector<double> t1;
  long long sumMm = 0, sumSite = 0;
  for (int run = 0; run < runs; run++) {
    auto start = now();
    label.assign(J + 1, {FAR, NOBODY});
    Queue q;
    for (size_t k = 0; k < along.size(); k += 16) {
      for (size_t n = k; n < std::min(k + 16, along.size()); n++) {
        Site& s = sites[along[n]];
        Chain& c = chains[s.chain];
        seedLabel(q, along[n], c.from, s.off + s.offset);
        seedLabel(q, along[n], c.to, s.off + c.cost - s.offset);
      }
      runLabels(q);
    }
    vector<i32> mm(V), site(V);
    for (i32 v = 0; v < J; v++) { mm[v] = label[v].mm; site[v] = label[v].site; }
    for (size_t k = 0; k < beads.size(); k++) {
      Label a = label[beads[k].from], b = label[beads[k].to];
      i32 there = a.mm + beads[k].there, back = b.mm + beads[k].back;
      bool here = there < back || (there == back && a.site < b.site);
      i32 least = here ? there : back;
      mm[J + k] = least <= LIMIT ? least : FAR;
      site[J + k] = least <= LIMIT ? (here ? a.site : b.site) : NOBODY;
    }
    for (i32 s : along)
      for (i32 k = chains[sites[s].chain].inner; k < chains[sites[s].chain + 1].inner; k++) {
        i32 direct = sites[s].off + std::abs(innerCost[k] - sites[s].offset);
        if (direct > LIMIT || direct > mm[J + k] || (direct == mm[J + k] && s >= site[J + k])) continue;
        mm[J + k] = direct; site[J + k] = s;
      }
    t1.push_back(ms(start, now()));
    sumMm = sumSite = 0;
    for (i32 v = 0; v < V; v++) if (mm[v] != FAR) { sumMm += mm[v]; sumSite += site[v]; }
  }

  // T2: the vertices within the limit of every site.
  vector<double> t2;
  long long vertices = 0, sumT2 = 0;
  vector<i32> mm(J + 1, FAR), reached(J), found(V + 1), foundMm(V + 1), blocks(beadsOfBlock.size());
  vector<uint32_t> marks(beadsOfBlock.size() / 32 + 1);
  for (int run = 0; run < runs; run++) {
    auto start = now();
    Queue q;
    vertices = sumT2 = 0;
    for (i32 s : along) {
      Site& st = sites[s];
      i32 count = 0;
      auto seed = [&](i32 v, i32 d) { if (v == J || d > LIMIT || d >= mm[v]) return; if (mm[v] == FAR) reached[count++] = v; mm[v] = d; q.push(v, d); };
      seed(chains[st.chain].from, st.off + st.offset);
      seed(chains[st.chain].to, st.off + chains[st.chain].cost - st.offset);
      for (i32 b = q.low; b <= q.high; b++)
        while (q.head[b] != -1) {
          i32 e = q.head[b], v = q.junction[e], own = mm[v];
          q.head[b] = q.next[e];
          if (own >> SHIFT != b) continue;
          for (i32 a = firstArc[v], end = firstArc[v + 1]; a < end; a++) {
            Arc arc = arcs[a];
            i32 there = own + arc.cost;
            if (there > LIMIT) break;
            i32 before = mm[arc.head];
            if (there >= before) continue;
            if (before == FAR) reached[count++] = arc.head;
            mm[arc.head] = there;
            q.push(arc.head, there);
          }
        }
      q.used = 0; q.low = NOBODY; q.high = -1;
      i32 blockCount = 0, n = 0;
      auto mark = [&](i32 b) { uint32_t word = marks[b >> 5], bit = 1u << (b & 31); blocks[blockCount] = b; blockCount += !(word & bit); marks[b >> 5] = word | bit; };
      for (i32 k = 0; k < count; k++) {
        i32 v = reached[k], own = mm[v];
        mark(v >> BLOCK);
        for (i32 a = firstArc[v + 1] - 1; a >= firstArc[v] && own + arcs[a].cost > LIMIT; a--)
          if (arcs[a].head < v && mm[arcs[a].head] == FAR) mark(arcs[a].head >> BLOCK);
      }
      for (i32 k = 0; k < blockCount; k++) marks[blocks[k] >> 5] = 0;
      i32 ownFirst = chains[st.chain].inner, ownLast = chains[st.chain + 1].inner, ownBlock = ownFirst < ownLast ? chains[st.chain].from >> BLOCK : -1;
      for (i32 b = 0; b < blockCount; b++) {
        i32 start = n;
        for (i32 k = beadsOfBlock[blocks[b]], end = beadsOfBlock[blocks[b] + 1]; k < end; k++) {
          i32 least = std::min(mm[beads[k].from] + beads[k].there, mm[beads[k].to] + beads[k].back);
          found[n] = J + k; foundMm[n] = least;
          n += least <= LIMIT;
        }
        if (blocks[b] != ownBlock) continue;
        i32 kept = start;
        for (i32 k = start; k < n; k++)
          if (found[k] < J + ownFirst || found[k] >= J + ownLast) { found[kept] = found[k]; foundMm[kept++] = foundMm[k]; }
        n = kept;
      }
      for (i32 k = 0; k < count; k++) { found[n] = reached[k]; foundMm[n++] = mm[reached[k]]; }
      for (i32 k = ownFirst; k < ownLast; k++) {
        i32 least = std::min(std::min(mm[beads[k].from] + beads[k].there, mm[beads[k].to] + beads[k].back), st.off + std::abs(innerCost[k] - st.offset));
        if (least <= LIMIT) { found[n] = J + k; foundMm[n++] = least; }
      }
      vertices += n;
      for (i32 k = 0; k < n; k++) sumT2 += foundMm[k];
      for (i32 k = 0; k < count; k++) mm[reached[k]] = FAR;
    }
    t2.push_back(ms(start, now()));
  }
  std::printf("{\"prepMs\":%.3f,\"t1Ms\":%.3f,\"t2Ms\":%.3f,\"junctions\":%d,\"sumMm\":%lld,\"sumSite\":%lld,\"vertices\":%lld,\"sumT2\":%lld}\n", median(prep), median(t1), median(t2), J, sumMm, sumSite, vertices, sumT2);
}
