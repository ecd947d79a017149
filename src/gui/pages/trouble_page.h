// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "domain/error.h"
#include "domain/moment.h"
#include "gui/pages/trouble_words.h"

class QPushButton;

namespace footbridge::gui {

namespace Ui {
class TroublePage;
}

/// A journal that did not open: what is safe, then the ways on. Holds nothing of any journal.
class TroublePage : public QWidget {
  Q_OBJECT

 public:
  explicit TroublePage(QWidget* parent = nullptr);
  ~TroublePage() override;

  /// `lastBackup`: the day of the newest good one, where there is one.
  void showTrouble(const Error& error, const QString& path, std::optional<Day> lastBackup);
  /// To the journal that is open still, where one is; not offered unless this is called.
  void offerBack(bool offered);
  /// A way on that was taken did not lead anywhere; empty takes it away.
  void showRefusal(const QString& words);

 Q_SIGNALS:
  void anotherAsked();
  void backupAsked();
  void againAsked();
  void goOnAsked();  ///< with this copy, although it is older
  void newAsked();
  void backAsked();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  [[nodiscard]] QPushButton* buttonOf(WayOn way) const;

  std::unique_ptr<Ui::TroublePage> m_ui;
};

}  // namespace footbridge::gui
