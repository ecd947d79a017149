// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/export_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "domain/text.h"
#include "storage/day_words.h"

namespace footbridge::storage {
namespace {

// U+2060, a joiner that nobody sees: it keeps addresses and mentions from being made into links.
constexpr std::string_view kJoiner = "\xE2\x81\xA0";
constexpr std::size_t kDayLength = 10;  // of "2026-10-06", before the time of day
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isWordLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
}

bool isMarkup(char c) {
  return std::string_view("\\`*_{}[]<>#|~&$^").find(c) != std::string_view::npos;
}

bool endsInWww(std::string_view before) {
  constexpr std::size_t kLength = 3;
  if (before.size() < kLength) return false;
  return std::ranges::all_of(before.substr(before.size() - kLength), [](char c) { return c == 'w' || c == 'W'; });
}

/// What may stand in front of a list item or a line under a heading.
bool beginsBlock(std::string_view text, std::size_t at, bool onlyDigitsBefore) {
  const char c = text[at];
  if (c == '-' || c == '+' || c == '=' || c == ':') return at == 0;
  return (c == '.' || c == ')') && at > 0 && onlyDigitsBefore;
}

void putChar(std::string& line, std::string_view text, std::size_t at, bool onlyDigitsBefore) {
  const char c = text[at];
  if (isMarkup(c) || beginsBlock(text, at, onlyDigitsBefore)) line += '\\';
  line += c;
  const bool startsName = at + 1 < text.size() && (isWordLetter(text[at + 1]) || text[at + 1] == '/') &&
                          !(isDigit(text[at + 1]) && at > 0 && isDigit(text[at - 1]));
  if (c == '@' || (c == ':' && startsName) || (c == '.' && endsInWww(text.substr(0, at)))) line += kJoiner;
}

/// The last word on each step counts, and a pass takes it back.
std::vector<const Entry*> withoutEarlierAnswers(std::span<const Entry> entries) {
  using Key = std::tuple<SittingId, VaultId, StepId, bool, bool>;
  std::map<Key, const Entry*> last;
  std::vector<const Entry*> kept;
  const auto keyOf = [](const Entry& entry) -> std::optional<Key> {
    const auto* const lane = std::get_if<LaneEvent>(&entry.body);
    if (!lane) return std::nullopt;
    if (const auto* answered = std::get_if<Answered>(&lane->event))
      return Key{lane->sitting, entry.vault, answered->step, entry.conflict, entry.unproven};
    if (const auto* passed = std::get_if<Passed>(&lane->event))
      return Key{lane->sitting, entry.vault, passed->step, entry.conflict, entry.unproven};
    return std::nullopt;
  };
  for (const Entry& entry : entries) {
    if (const auto key = keyOf(entry)) last.insert_or_assign(*key, &entry);
  }
  for (const Entry& entry : entries) {
    const auto key = keyOf(entry);
    if (!key || last.at(*key) == &entry) kept.push_back(&entry);
  }
  return kept;
}

/// What is told, oldest first: each word once, as it stands.
std::vector<const Entry*> toTell(std::span<const Entry> entries, const PlainWords& words) {
  std::vector<const Entry*> told = withoutEarlierAnswers(entries);
  std::set<EntryId> within;
  for (const Entry* entry : told) {
    if (const Entry* const agreement = words.agreementToldBy(*entry)) within.insert(agreement->id);
  }
  std::erase_if(told, [&within](const Entry* entry) { return within.contains(entry->id); });
  return told;
}

/// Of what came in from another copy; empty where there is nothing to say.
std::string copyRemark(const Entry& entry) {
  if (entry.unproven) return "from a copy that was not locked, in which others could write too";
  if (!entry.conflict) return {};
  return std::holds_alternative<LaneEvent>(entry.body) ? "from another copy, where this sitting went on otherwise"
                                                       : "changed in two copies apart, and this is one of the two";
}

/// Writes one entry after another and notices where a new day or sitting begins.
class MarkdownWriter {
 public:
  MarkdownWriter(const PlainWords& words, std::string& text) : m_words(words), m_text(text) {}

  void put(const Entry& entry) {
    const Worded worded = m_words.of(entry);
    if (worded.passages.empty()) return;
    putDay(entry);
    putHeading(entry, worded);
    putByline(entry, worded);
    for (const Passage& passage : worded.passages) putPassage(passage, m_words.peopleOf(entry));
  }

 private:
  void putDay(const Entry& entry) {
    std::string day = footbridge::toText(localDay(entry.made));
    if (day == m_day) return;
    m_day = std::move(day);
    m_sitting.reset();
    const auto date = parseDay(m_day);
    m_text += "## " + (date ? longDayWords(*date) : m_day) + "\n\n";
  }

  void putHeading(const Entry& entry, const Worded& worded) {
    const auto* const lane = std::get_if<LaneEvent>(&entry.body);
    if (!lane) {
      m_sitting.reset();
      m_text += worded.kind == "to watch"    ? "### To watch together\n\n"
                : worded.kind == "watched"   ? "### Watched together\n\n"
                : worded.kind == "agreement" ? "### Agreement\n\n"
                                             : "### Note\n\n";
      return;
    }
    if (m_sitting == lane->sitting) return;
    m_sitting = lane->sitting;
    const std::string title = m_words.titleOf(lane->sitting);
    m_text += "### " + (title.empty() ? "A sitting" : markdownLine(title)) + "\n\n";
  }

  void putByline(const Entry& entry, const Worded& worded) {
    if (!worded.about.empty()) m_text += "**" + markdownLine(worded.about) + "**  \n";
    m_text += entry.author ? markdownLine(m_words.peopleOf(entry).name(*entry.author)) : std::string("Together");
    m_text += ", " + clockText(inLocalTime(entry.made));
    if (worded.passages.front().isGuess && !worded.passages.front().who) m_text += ", a guess";
    if (worded.kind == "opened") m_text += ", opened to each other";
    m_text += entry.vault == VaultId::Ours ? ", in ours" : ", in their own vault";
    if (const std::string remark = copyRemark(entry); !remark.empty()) m_text += "; " + remark;
    m_text += "\n\n";
  }

  void putPassage(const Passage& passage, const People& people) {
    if (passage.who) {
      const std::string name = markdownLine(people.name(*passage.who));
      if (!passage.question.empty()) m_text += '_' + markdownLine(passage.question) + "_, ";
      const std::string said = passage.isGuess ? "a guess by " : passage.question.empty() ? "From " : "from ";
      m_text += said + name + ":\n\n";
    }
    for (const WordedLine& line : passage.lines) {
      const std::string shown = markdownLine(line.text);
      m_text += shown.empty() ? ">\n" : "> " + shown + "  \n";
    }
    m_text += '\n';
  }

  const PlainWords& m_words;
  std::string& m_text;
  std::string m_day;
  std::optional<SittingId> m_sitting;
};

void putRow(std::string& csv, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) csv += (i == 0 ? "" : ",") + csvCell(cells[i]);
  csv += "\r\n";
}

void putRows(std::string& csv, const Entry& entry, const PlainWords& words) {
  const Worded worded = words.of(entry);
  const People people = words.peopleOf(entry);
  const auto* const lane = std::get_if<LaneEvent>(&entry.body);
  const std::string exercise = lane ? words.titleOf(lane->sitting) : "";
  const std::string when = localTime(entry.made);
  const auto owner = ownerOf(entry.vault);
  const std::string keptIn = owner ? people.name(*owner) + "’s vault" : "ours";
  for (const Passage& passage : worded.passages) {
    const std::string who = people.name(passage.who ? passage.who : entry.author);
    const std::string what = passage.isGuess ? (passage.who ? "guess, opened" : "guess") : worded.kind;
    const std::string& about = passage.who ? passage.question : worded.about;
    for (const WordedLine& line : passage.lines) {
      if (trimmed(line.text).empty()) continue;
      putRow(csv, {when.substr(0, kDayLength), when.substr(kDayLength + 1), who, what, exercise, about, line.text,
                   line.mark ? std::to_string(*line.mark) : "", keptIn, copyRemark(entry)});
    }
  }
}

}  // namespace

std::string markdownLine(std::string_view text) {
  const std::string visible = visibleText(text);
  std::string_view rest = visible;
  std::string line;
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) {
    line += kNoBreakSpace;
    rest.remove_prefix(1);
  }
  while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\t')) rest.remove_suffix(1);
  if (rest.empty()) return {};
  bool onlyDigits = true;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (rest[at] == '\n') {
      line += ' ';
      continue;
    }
    putChar(line, rest, at, onlyDigits);
    onlyDigits = onlyDigits && isDigit(rest[at]);
  }
  return line;
}

std::string csvCell(std::string_view text) {
  const std::string visible = visibleText(text);
  const std::size_t first = visible.find_first_not_of(' ');
  constexpr std::string_view kFormulas = "=+-@\t|%";
  // Wide forms of the same signs count as well for some programs.
  constexpr std::array<std::string_view, 4> kWide{"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  bool isFormula = false;
  if (first != std::string::npos) {
    const std::string_view rest = std::string_view(visible).substr(first);
    isFormula = kFormulas.find(rest.front()) != std::string_view::npos ||
                std::ranges::any_of(kWide, [rest](std::string_view sign) { return rest.starts_with(sign); });
  }
  std::string cell = isFormula ? "\"'" : "\"";
  for (const char c : visible) {
    if (c == '"') cell += '"';
    cell += c == '\n' ? ' ' : c;
  }
  return cell + '"';
}

std::string toMarkdown(std::span<const Entry> oldestFirst, const PlainWords& words, const ExportTitle& title) {
  std::string text = "# " + markdownLine(title.names) + "\n\n" + markdownLine(title.notIncluded) + "\n\n";
  MarkdownWriter writer(words, text);
  const std::size_t before = text.size();
  for (const Entry* entry : toTell(oldestFirst, words)) writer.put(*entry);
  if (text.size() == before) text += "There is nothing here to read.\n";
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

std::string toCsv(std::span<const Entry> oldestFirst, const PlainWords& words) {
  std::string csv;
  putRow(csv, {"day", "time", "who", "what", "exercise", "about", "text", "mark", "kept in", "remark"});
  for (const Entry* entry : toTell(oldestFirst, words)) putRows(csv, *entry, words);
  return csv;
}

}  // namespace footbridge::storage
