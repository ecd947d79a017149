// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "domain/error.h"
#include "domain/partner.h"

class QVBoxLayout;

namespace footbridge::gui {

class TickCard;

namespace Ui {
class OpenLinesPage;
}

/// A private note, line by line: its writer ticks what the partner may read. Nothing is ticked beforehand.
class OpenLinesPage : public QWidget {
  Q_OBJECT

 public:
  explicit OpenLinesPage(QWidget* parent = nullptr);
  ~OpenLinesPage() override;

  void showLines(const Partner& writer, const Partner& reader, const QStringList& lines);
  void showRefusal(const Error& error);
  /// No word of the note stays.
  void clear();

 Q_SIGNALS:
  void openAsked(const QStringList& lines);  ///< in the order of the note
  void backAsked();

 protected:
  void hideEvent(QHideEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void showCount();
  [[nodiscard]] QStringList ticked() const;

  std::unique_ptr<Ui::OpenLinesPage> m_ui;
  QVBoxLayout* m_lines = nullptr;  ///< of the page
  std::vector<TickCard*> m_cards;
  QString m_reader;
  bool m_wasLeft = false;  ///< since it last had lines
};

}  // namespace footbridge::gui
