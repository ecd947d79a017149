// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/look_over_view.h"

#include <QLabel>

#include "gui/steps/look_over_line.h"
#include "widgets/steps/ui_look_over_view.h"

namespace footbridge::gui {

LookOverView::LookOverView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::LookOverView>()) {
  m_ui->setupUi(this);
  const auto& body = showing.body<practice::LookOverScreen>();
  const PartnerId me = showing.alone().value_or(PartnerId::A);
  const QString partner = showing.setting.couple.name(otherOf(me));
  m_ui->titleLabel->setText(tr("%1, what do you want to open?").arg(showing.setting.couple.name(me)));
  const QString start =
      showing.exercise.practice ? tr("A line opens unless you keep it.") : tr("A line stays yours unless you open it.");
  m_ui->textLabel->setText(start + u' ' + tr("%1 is not told what you kept or changed.").arg(partner));
  m_ui->tagLabel->setText(tr("%1 sees none of this yet").arg(partner));
  setTint(m_ui->tagLabel, showing.tint());
  for (const auto& line : body.lines) addLine(line, showing);
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
  if (showing.setting.next) m_ui->doneButton->setText(doneWords(showing.setting, *showing.setting.next));
  m_ui->backButton->setVisible(body.mayGoBack);
}

LookOverView::~LookOverView() = default;

QWidget* LookOverView::firstField() const {
  for (const LookOverLine* line : m_lines) {
    if (line->mayOpen()) return line->firstField();
  }
  return m_ui->doneButton;
}

void LookOverView::addLine(const practice::LookOverScreen::Line& line, const Showing& showing) {
  auto* widget = new LookOverLine(line, showing, m_ui->lines);
  m_ui->linesLayout->addWidget(widget);
  m_lines.push_back(widget);
}

void LookOverView::finish() {
  practice::ChooseLines chosen;
  for (const LookOverLine* line : m_lines) chosen.choices.push_back(line->choice());
  Q_EMIT acted(chosen);
}

}  // namespace footbridge::gui
