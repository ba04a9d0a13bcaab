#include <vector>

int score_at(const std::vector<int> &scores, int index) {
    if (index < 0 || static_cast<std::size_t>(index) >= scores.size())
        return -1;
    return scores[index];
}
