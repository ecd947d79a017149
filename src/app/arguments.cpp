// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include <functional>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <utility>

#include "app/named_pages.h"
#include "domain/partner.h"

namespace footbridge::app {
namespace {

constexpr const char* kPageNeeds = "the name of a page, as --help lists them";
constexpr const char* kSizeNeeds = "a size like 1024x640";
constexpr const char* kTextNeeds = "a number from 100 to 200";
constexpr const char* kPaperNeeds = "a4 or letter";
constexpr const char* kNamesNeeds = "two names of up to 40 letters";

/// Reads arguments from left to right into a request.
class Reader {
 public:
  explicit Reader(std::span<const std::string> arguments) : m_rest(arguments) {}

  Request read() {
    while (!m_rest.empty()) {
      const std::string argument = take();
      if (argument.empty()) continue;  // it names no file
      if (!argument.starts_with("--")) {
        if (m_window.journal) return UsageProblem{argument};
        m_window.journal = argument;
      } else if (auto problem = readOption(argument)) {
        return *std::move(problem);
      } else if (m_other) {
        return *m_other;
      }
    }
    if (m_print.isAsked()) return printing();
    if (m_tour.isAsked()) return touring();
    if (m_window.rehearsal && m_window.journal) return UsageProblem{*m_window.journal};
    if (m_window.page && !pageNamed(*m_window.page)) return UsageProblem{"--page " + *m_window.page, kPageNeeds};
    return m_window;
  }

 private:
  std::string take() {
    std::string argument = m_rest.front();
    m_rest = m_rest.subspan(1);
    return argument;
  }

  std::optional<std::string> value() {
    if (m_rest.empty() || m_rest.front().starts_with("--")) return std::nullopt;
    return take();
  }

  /// What an option takes, and what it needs beside it for that.
  struct Option {
    std::function<bool()> take;
    const char* needs = "";
  };

  std::optional<UsageProblem> readOption(const std::string& option) {
    const std::map<std::string, Option> options{
        {"--rehearsal", {[this] { return m_window.rehearsal = true; }}},
        {"--locked", {[this] { return m_window.locked = true; }}},
        {"--covered", {[this] { return m_window.covered = true; }}},
        {"--page", {[this] { return (m_window.page = value()).has_value(); }, kPageNeeds}},
        {"--paused", {[this] { return keep(m_window.paused); }, "a value"}},
        {"--drafts", {[this] { return keep(m_window.drafts); }, "a value"}},
        {"--place", {[this] { return keep(m_window.place); }, "a value"}},
        {"--tour", {[this] { return keepTour("--tour", m_tour.folder); }, "FOLDER"}},
        {"--size", {[this] { return keepTour("--size", m_tour.size); }, kSizeNeeds}},
        {"--text", {[this] { return keepTour("--text", m_tour.text); }, kTextNeeds}},
        {"--print", {[this] { return keepPrint("--print", m_print.exercise); }, "EXERCISE"}},
        {"--output", {[this] { return keepPrint("--output", m_print.output); }, "FILE.pdf"}},
        {"--paper", {[this] { return keepPrint("--paper", m_print.paper); }, kPaperNeeds}},
        {"--names",
         {[this] { return keepPrint("--names", m_print.a) && keepPrint("--names", m_print.b); }, kNamesNeeds}},
        {"--version", {[this] { return (m_other = VersionRequest{}).has_value(); }}},
        {"--help", {[this] { return (m_other = UsageRequest{}).has_value(); }}},
    };
    const auto found = options.find(option);
    if (found == options.end()) return UsageProblem{option};
    if (!found->second.take()) return UsageProblem{option, found->second.needs};
    return std::nullopt;
  }

  bool keep(std::string& where) {
    auto text = value();
    if (text) where = std::move(*text);
    return text.has_value();
  }

  bool keepTour(const char* option, std::optional<std::string>& where) {
    m_tour.lastOption = option;
    return (where = value()).has_value();
  }

  bool keepPrint(const char* option, std::optional<std::string>& where) {
    m_print.lastOption = option;
    return (where = value()).has_value();
  }

  /// What belongs to --tour, as far as it was said.
  struct Touring {
    std::optional<std::string> folder, size, text;
    std::string lastOption;

    [[nodiscard]] bool isAsked() const { return !lastOption.empty(); }
  };

  [[nodiscard]] Request touring() const {
    if (!m_tour.folder) return UsageProblem{m_tour.lastOption, "--tour FOLDER"};
    if (m_window.journal) return UsageProblem{*m_window.journal};
    if (m_window.rehearsal) return UsageProblem{"--rehearsal"};
    TourRequest request{*m_tour.folder};
    static const std::regex size("[1-9][0-9]{2,3}x[1-9][0-9]{2,3}");
    static const std::regex percent("1[0-9]{2}|200");
    request.size = m_tour.size.value_or(std::string());
    if (m_tour.size && !std::regex_match(request.size, size)) return UsageProblem{"--size", kSizeNeeds};
    const std::string text = m_tour.text.value_or("100");
    if (!std::regex_match(text, percent)) return UsageProblem{"--text", kTextNeeds};
    request.textPercent = std::stoi(text);
    return request;
  }

  /// What belongs to --print, as far as it was said.
  struct Printing {
    std::optional<std::string> exercise, output, paper, a, b;
    std::string lastOption;

    [[nodiscard]] bool isAsked() const { return !lastOption.empty(); }
  };

  [[nodiscard]] Request printing() const {
    if (!m_print.exercise) return UsageProblem{m_print.lastOption, "--print EXERCISE"};
    if (!m_print.output || m_print.output->empty()) return UsageProblem{"--print", "--output FILE.pdf"};
    if (m_window.journal) return UsageProblem{*m_window.journal};
    if (m_window.rehearsal) return UsageProblem{"--rehearsal"};
    PrintRequest request{*m_print.exercise, *m_print.output, PrintRequest::Paper::Usual, std::nullopt};
    const auto paper = m_print.paper.value_or(std::string());
    if (paper != "a4" && paper != "letter" && m_print.paper) return UsageProblem{"--paper " + paper, kPaperNeeds};
    if (paper == "a4") request.paper = PrintRequest::Paper::A4;
    if (paper == "letter") request.paper = PrintRequest::Paper::Letter;
    if (!m_print.a) return request;
    const auto a = PartnerName::from(*m_print.a);
    const auto b = PartnerName::from(*m_print.b);
    if (!a || !b) return UsageProblem{"--names", kNamesNeeds};
    request.names = {a->text(), b->text()};
    return request;
  }

  std::span<const std::string> m_rest;
  WindowRequest m_window;
  Printing m_print;
  Touring m_tour;
  std::optional<Request> m_other;
};

}  // namespace

Request parseArguments(std::span<const std::string> arguments) {
  return Reader(arguments).read();
}

const char* usageText() {
  return "footbridge [JOURNAL]      opens the window, with this journal or the one last used here\n"
         "footbridge --rehearsal    looks around with a made-up couple; nothing is kept\n"
         "footbridge --tour FOLDER [--size 1024x640] [--text 100..200]\n"
         "                          writes the screens of a whole evening as pictures into FOLDER; needs no display\n"
         "footbridge --print EXERCISE --output FILE.pdf [--paper a4|letter] [--names A B]\n"
         "                          writes an exercise as sheets of paper; needs no display\n"
         "footbridge --page NAME    opens with this page: today, practices, weekly-look, story, note, entry, "
         "open-lines,\n"
         "                          deleted, settings, journal, take-out, unlock, safety, evidence, journey, watch\n"
         "footbridge --version      says which version this is\n";
}

}  // namespace footbridge::app
