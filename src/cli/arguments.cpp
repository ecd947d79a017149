// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/visible_text.h"

namespace footbridge::cli {
namespace {

/// Walks over the arguments once and keeps the first complaint.
class Reading {
 public:
  Reading(const ArgumentRules& rules, std::span<const std::string> arguments) : m_rules(rules), m_left(arguments) {}

  void run() {
    while (!m_left.empty() && complaint.empty()) {
      const std::string argument = take();
      if (argument == "--" && !m_wordsOnly) {
        m_wordsOnly = true;
      } else if (!m_wordsOnly && argument.starts_with("-") && argument.size() > 1) {
        readOption(argument);
      } else {
        words.push_back(argument);
      }
    }
    if (complaint.empty()) countWords();
  }

  std::string complaint;
  std::vector<std::string> words;
  std::map<std::string, std::vector<std::string>, std::less<>> options;

 private:
  std::string take() {
    std::string first = m_left.front();
    m_left = m_left.subspan(1);
    return first;
  }

  void readOption(const std::string& argument) {
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const auto rule = std::ranges::find(m_rules.options, name, &OptionRule::name);
    if (rule == m_rules.options.end()) {
      complaint = "there is no option " + name + " here";
    } else if (options.contains(name)) {
      complaint = name + " is given twice";
    } else if (equals != std::string::npos) {
      readJoinedValue(*rule, argument.substr(equals + 1));
    } else {
      readValues(*rule);
    }
  }

  void readJoinedValue(const OptionRule& rule, std::string value) {
    const std::string name(rule.name);
    if (rule.values == 0) {
      complaint = name + " takes no value";
    } else if (rule.values > 1) {
      complaint = name + " takes " + std::to_string(rule.values) + " values, each as a word of its own";
    } else {
      options[name] = {std::move(value)};
    }
  }

  void readValues(const OptionRule& rule) {
    std::vector<std::string>& values = options[std::string(rule.name)];
    while (values.size() < rule.values) {
      if (m_left.empty() || m_left.front().starts_with("--")) {
        complaint = std::string(rule.name) + " needs " +
                    (rule.values == 1 ? std::string("a value") : std::to_string(rule.values) + " values");
        return;
      }
      values.push_back(take());
    }
  }

  void countWords() {
    if (words.size() < m_rules.leastWords) {
      complaint = "please give " + std::string(m_rules.wanted);
    } else if (words.size() > m_rules.mostWords) {
      complaint = "\"" + words[m_rules.mostWords] + "\" is one word too many";
    } else if (!words.empty() && words.front().empty()) {
      complaint = "an empty name is no file";
    }
  }

  const ArgumentRules& m_rules;
  std::span<const std::string> m_left;
  bool m_wordsOnly = false;
};

}  // namespace

std::optional<Arguments> Arguments::parse(const ArgumentRules& rules, std::span<const std::string> arguments,
                                          std::ostream& err) {
  Reading reading(rules, arguments);
  reading.run();
  if (!reading.complaint.empty()) {
    usageError(rules.command, reading.complaint, err);
    return std::nullopt;
  }
  Arguments parsed;
  parsed.m_words = std::move(reading.words);
  parsed.m_options = std::move(reading.options);
  return parsed;
}

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto found = m_options.find(option);
  if (found == m_options.end() || found->second.empty()) return std::nullopt;
  return found->second.front();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  const auto found = m_options.find(option);
  return found == m_options.end() ? std::vector<std::string>{} : found->second;
}

int usageError(std::string_view command, const std::string& what, std::ostream& err) {
  err << "footbridge-cli: " << visibleLine(what) << "; see: footbridge-cli ";
  if (!command.empty()) err << command << ' ';
  err << "--help\n";
  return kUsage;
}

}  // namespace footbridge::cli
