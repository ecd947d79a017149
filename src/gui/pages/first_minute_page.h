// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "domain/partner.h"
#include "gui/pages/page.h"

namespace footbridge::gui {

namespace Ui {
class FirstMinutePage;
}

/// "Who are the two of you?" Two names, and they are in.
class FirstMinutePage : public Page {
  Q_OBJECT

 public:
  explicit FirstMinutePage(QWidget* parent = nullptr);
  ~FirstMinutePage() override;

  /// Said below the names; empty takes it away.
  void showProblem(const QString& words);

 Q_SIGNALS:
  /// No second name: one person alone.
  void named(const PartnerName& first, const std::optional<PartnerName>& second);
  void openAsked();
  void rehearsalAsked();
  void safetyAsked();

 private:
  void wireButtons();
  void showAlone(bool alone);
  void checkNames();
  void begin();
  void goOn();
  std::unique_ptr<Ui::FirstMinutePage> m_ui;
};

}  // namespace footbridge::gui
