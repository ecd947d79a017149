// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/look_over_view.h"

#include <QLabel>
#include <algorithm>

#include "gui/steps/look_over_line.h"
#include "gui/steps/saved_words.h"
#include "widgets/steps/ui_look_over_view.h"

namespace footbridge::gui {

namespace {
constexpr QChar kLineEnd{0x1e};  // in a draft; nobody types it
}  // namespace

LookOverView::LookOverView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::LookOverView>()) {
  m_ui->setupUi(this);
  const auto& body = showing.body<practice::LookOverScreen>();
  const PartnerId me = showing.alone().value_or(PartnerId::A);
  const QString name = showing.setting.couple.name(me);
  m_partner = showing.setting.couple.name(otherOf(me));
  // Two beginnings that are the other way round look like it.
  const bool opensAll = showing.exercise.practice.has_value();
  m_ui->titleLabel->setText(opensAll ? tr("%1, is there a line to keep back?").arg(name)
                                     : tr("%1, which lines will you open?").arg(name));
  const QString start = opensAll ? tr("A line opens unless you keep it.") : tr("Nothing opens unless you pick it.");
  const bool hasMarks = std::ranges::any_of(body.lines, [](const auto& line) { return line.line.item.has_value(); });
  const QString marks = hasMarks ? u' ' + tr("A number opens only where you both open it.") : QString();
  const QString kept = tr("What you open stays in Our story. You can take it out later; what was read stays read.");
  m_ui->textLabel->setText(start + marks + u' ' + tr("%1 is not told what you kept or changed.").arg(m_partner) + u' ' +
                           kept);
  setTint(m_ui->tagLabel, showing.tint());
  for (const auto& line : body.lines) addLine(line, showing);
  m_ui->allRow->setVisible(std::ranges::count_if(m_lines, &LookOverLine::mayOpen) > 1);
  connect(m_ui->openAllButton, &QPushButton::clicked, this, [this] { setAll(true); });
  connect(m_ui->keepAllButton, &QPushButton::clicked, this, [this] { setAll(false); });
  takeUp(showing.setting.draft.value_or(QString()));
  showCount();
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
  connect(widget, &LookOverLine::changed, this, [this] {
    showCount();
    Q_EMIT draftChanged(draft());
  });
}

/// What somebody held back stays back, whatever comes between: no detour opens it again.
QString LookOverView::draft() const {
  QStringList lines;
  for (const LookOverLine* line : m_lines) lines << joinedFields(line->draft());
  return lines.join(kLineEnd);
}

void LookOverView::takeUp(const QString& draft) {
  if (draft.isEmpty()) return;
  for (const QString& kept : draft.split(kLineEnd)) {
    for (LookOverLine* line : m_lines) line->takeUp(splitFields(kept, 0));
  }
}

void LookOverView::setAll(bool open) {
  for (LookOverLine* line : m_lines) line->setOpen(open);
}

void LookOverView::showCount() {
  const auto open =
      static_cast<int>(std::ranges::count_if(m_lines, [](const LookOverLine* line) { return line->choice().open; }));
  const QString words = open == 0   ? tr("Nothing opens")
                        : open == 1 ? tr("One line picked")
                                    : tr("%1 lines picked").arg(open);
  m_ui->tagLabel->setText(tr("%1 · %2 sees none of it yet").arg(words, m_partner));
}

void LookOverView::finish() {
  practice::ChooseLines chosen;
  for (const LookOverLine* line : m_lines) chosen.choices.push_back(line->choice());
  Q_EMIT acted(chosen);
}

}  // namespace footbridge::gui
