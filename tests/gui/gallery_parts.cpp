// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/gallery_parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QVBoxLayout>

#include "gui/widgets/bridge_figure.h"
#include "gui/widgets/flow_row.h"
#include "gui/widgets/page_scroll.h"
#include "gui/widgets/scale_row.h"
#include "gui/widgets/step_progress.h"
#include "gui/widgets/wrap_label.h"

namespace footbridge::gui {
namespace {

QWidget* buttons(QWidget* parent, bool checked, bool enabled) {
  auto* row = new FlowRow(parent);
  for (const char* role : {"go", "quiet", "a", "b", "ours", "link", "nav", "chip", "score", "aside", "choice"}) {
    auto* button = new QPushButton(QString::fromLatin1(role), row);
    button->setProperty("role", QString::fromLatin1(role));
    button->setCheckable(checked);
    button->setChecked(checked);
    button->setEnabled(enabled);
  }
  return row;
}

ScaleRow* scaleRow(QWidget* parent, std::optional<ScaleMark> mark) {
  auto* row = new ScaleRow(parent);
  row->setTint(QStringLiteral("a"));
  row->setMayNotComeUp(true);
  row->setMark(mark);
  row->setWords(QStringLiteral("I said so in plain words."), {});
  return row;
}

void addInputs(QVBoxLayout& column, QWidget* parent) {
  auto* line = new QLineEdit(QStringLiteral("One line"), parent);
  line->setAccessibleName(QStringLiteral("One line"));
  auto* text = new QPlainTextEdit(QStringLiteral("Tuesday, after the call from the school."), parent);
  text->setAccessibleName(QStringLiteral("Several lines"));
  text->setProperty("tint", QStringLiteral("a"));
  text->setFixedHeight(110);
  auto* combo = new QComboBox(parent);
  combo->addItems({QStringLiteral("10 minutes"), QStringLiteral("20 minutes")});
  combo->setAccessibleName(QStringLiteral("Minutes"));
  auto* slider = new QSlider(Qt::Horizontal, parent);
  slider->setValue(40);
  slider->setAccessibleName(QStringLiteral("How much"));
  auto* check = new QCheckBox(QStringLiteral("Gentle motion"), parent);
  check->setChecked(true);
  auto* radio = new QRadioButton(QStringLiteral("One of several"), parent);
  radio->setChecked(true);
  auto* bar = new QProgressBar(parent);
  bar->setValue(60);
  bar->setTextVisible(false);
  for (QWidget* widget : std::initializer_list<QWidget*>{line, text, combo, slider, check, radio, bar})
    column.addWidget(widget);
}

}  // namespace

GalleryParts::GalleryParts(QWidget* parent) : QWidget(parent) {
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new PageScroll(this);
  auto* inner = new QWidget;
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(44, 24, 44, 24);
  column->addWidget(buttons(inner, false, true));
  column->addWidget(buttons(inner, true, true));
  column->addWidget(buttons(inner, false, false));
  column->addWidget(scaleRow(inner, ScaleMark{Score::from(4)}));
  column->addWidget(scaleRow(inner, ScaleMark{}));
  auto* progress = new StepProgress(inner);
  progress->setStep(3, 7);
  column->addWidget(progress);
  auto* bridge = new BridgeFigure(inner);
  bridge->setProgress(0.62);
  column->addWidget(bridge);
  addInputs(*column, inner);
  scroll->setWidget(inner);
  outer->addWidget(scroll);
}

}  // namespace footbridge::gui
