// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search_text.h"

#include <algorithm>
#include <sstream>

#include "domain/text.h"

namespace footbridge::storage {
namespace {

/// Appends the words of each kind of body, answer and event to one text.
class Words {
 public:
  void operator()(const Note& note) { add(note.text); }
  void operator()(const Agreement& agreement) {
    add(agreement.what);
    add(agreement.when);
  }
  void operator()(const Viewing& viewing) {
    add(viewing.title);
    for (const ViewingTalk& talk : viewing.talks) add(talk.text);
  }
  void operator()(const LaneEvent& lane) { std::visit(*this, lane.event); }

  void operator()(const Answered& event) { std::visit(*this, event.answer); }
  void operator()(const LookedOver& event) {
    for (const LineChoice& choice : event.choices) {
      if (choice.trimmed) std::visit(*this, *choice.trimmed);
    }
  }
  void operator()(const Revealed& event) {
    for (const OpenedLine& line : event.lines) std::visit(*this, line.answer);
  }

  void operator()(const WrittenAnswer& answer) { add(answer.text); }
  void operator()(const AskAnswer& answer) { add(answer.happened, answer.feel, answer.help); }
  void operator()(const MoveAnswer& answer) { add(answer.when, answer.does, answer.inside); }
  void operator()(const AgreedAnswer& answer) {
    if (answer.agreement) (*this)(*answer.agreement);
  }
  void operator()(const CloseAnswer& answer) {
    add(answer.heard[0], answer.heard[1], answer.appreciated[0]);
    add(answer.appreciated[1]);
  }
  template <typename Wordless>
  void operator()(const Wordless&) {}

  [[nodiscard]] const std::string& text() const { return m_text; }

 private:
  void add(std::string_view text) {
    if (!text.empty()) (m_text += text) += '\n';
  }
  void add(std::string_view one, std::string_view two, std::string_view three) {
    add(one);
    add(two);
    add(three);
  }
  std::string m_text;
};

/// Most text is plain ASCII, where folding is lower case and nothing else; this is the same, at a tenth of the cost.
std::string folded(std::string_view text) {
  const bool plain = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!plain) return searchKey(text);
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace

std::string searchTextOf(const EntryBody& body) {
  Words words;
  std::visit(words, body);
  return folded(words.text());
}

std::vector<std::string> searchWords(std::string_view typed) {
  std::istringstream parts(folded(typed));
  std::vector<std::string> words;
  for (std::string word; parts >> word;) words.push_back(word);
  return words;
}

}  // namespace footbridge::storage
