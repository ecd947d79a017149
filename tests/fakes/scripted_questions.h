// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "gui/questions.h"

namespace footbridge::fakes {

/// Answers as it was told beforehand, and remembers what it was asked.
class ScriptedQuestions : public gui::Questions {
 public:
  bool says = false;            ///< to every confirm
  std::optional<QString> file;  ///< for every file
  QStringList asked;
  QStringList said;  ///< beneath what was told

  bool confirm(const Confirm& what) override {
    asked << what.question;
    return says;
  }
  void tell(const QString& what, const QString& words) override {
    asked << what;
    said << words;
  }
  std::vector<gui::FileFor> looked;  ///< what files were looked for
  std::optional<QString> pickFile(gui::FileFor what, const QString&) override {
    looked.push_back(what);
    return file;
  }
  std::optional<QString> pickNewFile(const QString& title, const QString&) override {
    asked << title;
    return file;
  }
};

}  // namespace footbridge::fakes
