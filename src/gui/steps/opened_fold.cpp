// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/opened_fold.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "gui/steps/answer_lines.h"
#include "gui/steps/step_view.h"

namespace footbridge::gui {

void addOpened(QVBoxLayout* column, const std::vector<OpenedLine>& lines, const Showing& showing) {
  for (const OpenedLine& line : lines) {
    const Step* step = showing.exercise.find(line.line.step);
    const bool isTaken = std::holds_alternative<std::monostate>(line.answer);
    if (step == nullptr || isTaken) continue;
    Showing told = showing;
    told.writer = line.writer;
    const QString caption =
        QObject::tr("%1 · %2").arg(showing.setting.couple.name(line.writer), captionOf(*step, line.line.item, told));
    addAnswer(column, formStep(showing.exercise, *step), line.answer, caption, tintOf(line.writer), told);
  }
}

void wireOpenedLink(QPushButton* link, QWidget* place) {
  place->hide();
  setTint(link, QStringLiteral("soft"));
  const auto show = [link, place](bool on) {
    place->setVisible(on);
    link->setText(on ? QObject::tr("Hide this") : QObject::tr("Show what you opened"));
  };
  QObject::connect(link, &QPushButton::toggled, place, show);
  show(false);
}

OpenedFold::OpenedFold(const std::vector<OpenedLine>& lines, const Showing& showing, Qt::Alignment side,
                       QWidget* parent)
    : QWidget(parent) {
  auto* link = newButton("link", {}, this);
  link->setObjectName(QStringLiteral("openedButton"));
  link->setCheckable(true);
  auto* place = new QWidget(this);
  place->setObjectName(QStringLiteral("openedHolder"));
  auto* column = new QVBoxLayout(place);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  addOpened(column, lines, showing);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(8);
  rows->addWidget(link, 0, side);
  rows->addWidget(place);
  wireOpenedLink(link, place);
}

}  // namespace footbridge::gui
