// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/step_view.h"

#include <QAbstractScrollArea>
#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/steps/opened_fold.h"
#include "gui/widgets/page_scroll.h"

namespace footbridge::gui {
namespace {

/// The layout that has the widget in it, however deep.
QBoxLayout* columnOf(QLayout* layout, QWidget* widget) {
  if (layout == nullptr) return nullptr;
  if (layout->indexOf(widget) >= 0) return qobject_cast<QBoxLayout*>(layout);
  for (int i = 0; i < layout->count(); ++i) {
    if (QBoxLayout* inner = columnOf(layout->itemAt(i)->layout(), widget)) return inner;
  }
  return nullptr;
}

}  // namespace

QString StepView::spokenName() const {
  const auto* title = findChild<QLabel*>(QStringLiteral("titleLabel"));
  return title != nullptr ? title->text() : QString();
}

void StepView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (m_column == 0 || layout() == nullptr) return;
  const int side = std::max(0, (width() - look::px(m_column)) / 2);
  QMargins margins = layout()->contentsMargins();
  if (margins.left() == side) return;
  margins.setLeft(side);
  margins.setRight(side);
  layout()->setContentsMargins(margins);
}

void StepView::showWords(const Showing& showing, QLabel* title, QLabel* text) {
  if (showing.step == nullptr) return;
  title->setText(showing.said(showing.step->title));
  text->setText(showing.said(showing.step->text));
  text->setHidden(showing.step->text.empty());
}

/// Under what the step says. The moves of a loop are in its figure.
void StepView::offerOpened(const Showing& showing) {
  const practice::StepScreen* screen = showing.stepScreen();
  const bool isFigure = showing.step != nullptr && showing.step->kind() == StepKind::Loop;
  if (screen == nullptr || isFigure || screen->opened.empty()) return;
  auto* text = findChild<QLabel*>(QStringLiteral("textLabel"));
  QBoxLayout* column = text != nullptr ? columnOf(text->parentWidget()->layout(), text) : nullptr;
  if (column == nullptr) return;
  const Qt::Alignment side = text->alignment() & Qt::AlignHorizontal_Mask;
  column->insertWidget(column->indexOf(text) + 1, new OpenedFold(screen->opened, showing, side, text->parentWidget()));
}

void StepView::wireFoot(const Showing& showing, QPushButton* back, QPushButton* done) {
  const practice::StepScreen* screen = showing.stepScreen();
  setRole(done, showing.tint());
  if (screen != nullptr && screen->lastOfTurn && showing.setting.next) {
    done->setText(doneWords(showing.setting, *showing.setting.next));
  }
  connect(done, &QPushButton::clicked, this, [this] { finish(); });
  back->setVisible(screen != nullptr && screen->mayGoBack);
  connect(back, &QPushButton::clicked, this, [this] { Q_EMIT acted(practice::Back{}); });
  offerOpened(showing);
}

void StepView::scaleFields() {
  for (QAbstractScrollArea* field : findChildren<QAbstractScrollArea*>()) {
    if (field->minimumHeight() > 0) field->setMinimumHeight(look::px(field->minimumHeight()));
    if (field->maximumHeight() < QWIDGETSIZE_MAX) field->setMaximumHeight(look::px(field->maximumHeight()));
  }
}

void StepView::showHint(QLabel* hint, const QString& words) {
  hint->setText(words);
  hint->setAccessibleName(words);
  hint->setHidden(words.isEmpty());
  if (!words.isEmpty()) PageScroll::follow(*hint);  // on a long page it stands below what was pressed
}

void setTint(QWidget* widget, const QString& tint) {
  look::setTint(widget, tint);
}

void setRole(QPushButton* button, const QString& role) {
  look::setProperty(button, "role", role);
}

QString privacyWords(const Showing& showing, bool isProtected) {
  const auto who = showing.alone();
  if (!who || showing.step == nullptr) return QObject::tr("Both of you can read this");
  if (!showing.setting.couple.isTwo())
    return isProtected ? QObject::tr("Only yours") : QObject::tr("Your own, not locked yet");
  if (showing.step->isPrivate || showing.exercise.audience == Audience::One) {
    return isProtected ? QObject::tr("Only yours") : QObject::tr("Not locked yet: never opened");
  }
  if (!isProtected) return QObject::tr("Not locked yet: put away until you open it");
  if (const auto* rate = std::get_if<RateStep>(&showing.step->form)) {
    // Beside a line that never opens nothing is said of opening.
    if (std::ranges::any_of(rate->items, &RateItem::isPrivate))
      return QObject::tr("Only %1 can read this for now").arg(showing.setting.couple.name(*who));
    return QObject::tr("Only %1 can read this until you both open it").arg(showing.setting.couple.name(*who));
  }
  return QObject::tr("Only %1 can read this until %1 opens it").arg(showing.setting.couple.name(*who));
}

QString neverOpenedWords(bool isProtected) {
  return isProtected ? QObject::tr("only yours, always") : QObject::tr("not locked yet: never opened");
}

QString doneWords(const Setting& setting, practice::Viewer next) {
  if (const auto who = practice::aloneOf(next)) return QObject::tr("Done, pass to %1").arg(setting.couple.name(*who));
  if (next == practice::Viewer::Both) return QObject::tr("Done, cover it");
  return QObject::tr("Done");
}

}  // namespace footbridge::gui
