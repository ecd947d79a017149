// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "domain/exercise.h"
#include "domain/ports.h"

class QVBoxLayout;

namespace footbridge::gui {

namespace Ui {
class EvidencePage;
}

/// What is known: who found it, when, what it was and how sure it is. For one exercise, or all of it.
class EvidencePage : public QWidget {
  Q_OBJECT

 public:
  explicit EvidencePage(QWidget* parent = nullptr);
  ~EvidencePage() override;

  /// In the order given; the page puts a heading above each part of it. `back` is where its way back leads to.
  void showAll(const std::vector<EvidenceSource>& sources, const QString& back);
  /// What the exercise names of it, in its order, with what it says of each.
  void showFor(const Exercise& exercise, const std::vector<EvidenceSource>& sources);
  /// In place of the entries, when they could not be read.
  void showProblem(const QString& words);

 Q_SIGNALS:
  void backAsked();
  void allAsked();

 private:
  void begin(const QString& title, const QString& lead, const QString& back);
  [[nodiscard]] QWidget* newPart(const QString& heading);
  void addCard(QWidget* part, const EvidenceSource& source, const QString& here);

  std::unique_ptr<Ui::EvidencePage> m_ui;
  QWidget* m_lastStop = nullptr;  ///< of the Tab key, so far down the page
};

}  // namespace footbridge::gui
