// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "domain/error.h"
#include "domain/partner.h"

namespace footbridge::gui {

namespace Ui {
class TakeOutPage;
}

/// One partner takes their part out of the journal: what goes, what stays, asked twice.
class TakeOutPage : public QWidget {
  Q_OBJECT

 public:
  explicit TakeOutPage(QWidget* parent = nullptr);
  ~TakeOutPage() override;

  /// Both texts say the same of everybody, whatever they wrote or did not write; what was put aside anybody can see.
  /// `hasPutAside`: older words of theirs wait for the code or passphrase of before, and go as well.
  void showPart(const Partner& mine, const Partner& other, bool hasPutAside);
  void showRefusal(const Error& error);

 Q_SIGNALS:
  void backAsked();
  void copyAsked();
  void confirmed();  ///< said twice

 protected:
  void hideEvent(QHideEvent* event) override;

 private:
  void ask(bool again);

  std::unique_ptr<Ui::TakeOutPage> m_ui;
};

}  // namespace footbridge::gui
