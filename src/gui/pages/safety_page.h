// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "domain/ports.h"

namespace footbridge::gui {

namespace Ui {
class SafetyPage;
}

/// "If you don't feel safe": the same for everybody, and it records nothing.
class SafetyPage : public QWidget {
  Q_OBJECT

 public:
  explicit SafetyPage(QWidget* parent = nullptr);
  ~SafetyPage() override;

  /// `notice` says how far the numbers can be trusted. The page stands without both, should they be unreadable.
  void showHelpLines(const std::vector<HelpLine>& lines, const QString& notice);

 Q_SIGNALS:
  void hideAsked();
  void backAsked();

 private:
  std::unique_ptr<Ui::SafetyPage> m_ui;
};

}  // namespace footbridge::gui
