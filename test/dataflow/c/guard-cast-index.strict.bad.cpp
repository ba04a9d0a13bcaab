#include <vector>

int score_at(const std::vector<int> &scores, int index) {
    if (index < 0)
        return -1;
    return scores[index]; // expect: CWE-129
}
