// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/export_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "domain/text.h"
#include "storage/exchange_json.h"

namespace footbridge::storage {
namespace {

// U+2060, a joiner that nobody sees: it keeps addresses and mentions from being made into links.
constexpr std::string_view kJoiner = "\xE2\x81\xA0";
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
  using Key = std::tuple<SittingId, VaultId, StepId, bool>;
  std::map<Key, const Entry*> last;
  std::vector<const Entry*> kept;
  const auto keyOf = [](const Entry& entry) -> std::optional<Key> {
    const auto* const lane = std::get_if<LaneEvent>(&entry.body);
    if (!lane) return std::nullopt;
    if (const auto* answered = std::get_if<Answered>(&lane->event))
      return Key{lane->sitting, entry.vault, answered->step, entry.conflict};
    if (const auto* passed = std::get_if<Passed>(&lane->event))
      return Key{lane->sitting, entry.vault, passed->step, entry.conflict};
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

/// Writes one entry after another and notices where a new day or sitting begins.
class MarkdownWriter {
 public:
  MarkdownWriter(const PlainWords& words, std::string& text) : m_words(words), m_text(text) {}

  void put(const Entry& entry) {
    const Worded worded = m_words.of(entry);
    if (worded.lines.empty()) return;
    putDay(entry);
    putHeading(entry);
    if (worded.kind == "sitting") return;
    putByline(entry, worded);
    m_text += '\n';
    for (const std::string& line : worded.lines) {
      const std::string shown = markdownLine(line);
      m_text += shown.empty() ? ">\n" : "> " + shown + "  \n";
    }
    m_text += '\n';
  }

 private:
  void putDay(const Entry& entry) {
    const std::string day = footbridge::toText(localDay(entry.made));
    if (day == m_day) return;
    m_day = day;
    m_sitting.reset();
    m_text += "## " + day + "\n\n";
  }

  void putHeading(const Entry& entry) {
    const auto* const lane = std::get_if<LaneEvent>(&entry.body);
    if (!lane) {
      m_sitting.reset();
      m_text += std::holds_alternative<Viewing>(entry.body)     ? "### To watch together\n\n"
                : std::holds_alternative<Agreement>(entry.body) ? "### Agreement\n\n"
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
    m_text += markdownLine(m_words.who(entry.author)) + ", " + clockText(inLocalTime(entry.made));
    m_text += entry.vault == VaultId::Ours ? ", in ours" : ", in their own vault";
    if (worded.kind == "opened") m_text += ", opened together";
    if (entry.conflict) {
      m_text += std::holds_alternative<LaneEvent>(entry.body)
                    ? "; from another copy, where this sitting went on otherwise"
                    : "; changed in two copies apart, and this is one of the two";
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
  for (const Entry* entry : withoutEarlierAnswers(oldestFirst)) writer.put(*entry);
  return text;
}

std::string toCsv(std::span<const Entry> oldestFirst, const PlainWords& words) {
  std::string csv;
  putRow(csv, {"made", "vault", "by", "kind", "sitting", "about", "conflict", "text"});
  for (const Entry* entry : withoutEarlierAnswers(oldestFirst)) {
    const Worded worded = words.of(*entry);
    const auto* const lane = std::get_if<LaneEvent>(&entry->body);
    const std::string sitting = lane ? words.titleOf(lane->sitting) : "";
    for (const std::string& line : worded.lines) {
      putRow(csv, {exchange::toText(entry->made), words.where(entry->vault), words.who(entry->author), worded.kind,
                   sitting, worded.about, entry->conflict ? "yes" : "", line});
    }
  }
  return csv;
}

}  // namespace footbridge::storage
