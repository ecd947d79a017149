// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/rate_view.h"

#include <QBoxLayout>
#include <QLabel>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/steps/care_words.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/scale_row.h"
#include "practice/care.h"
#include "widgets/steps/ui_rate_view.h"

namespace footbridge::gui {

namespace {
constexpr int kNarrowEdge = 8;
constexpr std::size_t kFewLines = 3;  // leave the page room for a lead that stands clear of its heading

/// "told:4 asked:-"
QString toDraft(const std::vector<Rating>& ratings) {
  QStringList words;
  for (const Rating& rating : ratings) {
    const QString mark = rating.score ? QString::number(rating.score->mark()) : QStringLiteral("-");
    words << fromUtf8(rating.item.text()) + QLatin1Char(':') + mark;
  }
  return words.join(QLatin1Char(' '));
}

std::vector<Rating> fromDraft(const QString& draft) {
  std::vector<Rating> ratings;
  for (const QString& word : draft.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    const auto item = ItemId::from(word.section(QLatin1Char(':'), 0, 0).toStdString());
    const QString mark = word.section(QLatin1Char(':'), 1);
    if (item) ratings.push_back({*item, mark == QStringLiteral("-") ? std::nullopt : Score::from(mark.toInt())});
  }
  return ratings;
}

/// "0 not true", and so on. A line with ends of its own says beside its scale what they mean.
QStringList legendOf(const RateStep& form, const Showing& showing) {
  QStringList legend;
  const auto hasOwnEnds = [](const RateItem& item) { return !item.low.empty() || !item.high.empty(); };
  if (std::ranges::all_of(form.items, hasOwnEnds)) return legend;
  for (std::size_t i = 0; i < form.scaleLabels.size(); ++i) {
    const QString words = showing.line(form.scaleLabels[i]).toLower();
    if (!words.isEmpty()) legend << QStringLiteral("%1 %2").arg(2 * i).arg(words);
  }
  return legend;
}

}  // namespace

RateView::RateView(const Showing& showing, QWidget* parent) : StepView(parent), m_ui(std::make_unique<Ui::RateView>()) {
  m_ui->setupUi(this);
  setColumn(1040);
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  m_privacy[0] = privacyWords(showing, false);
  m_privacy[1] = privacyWords(showing, true);
  setTint(m_ui->tagLabel, showing.tint());
  const auto& form = showing.form<RateStep>();
  for (const RateItem& item : form.items) {
    if (item.inShortForm || !showing.setting.shortForm) addLine(item, form, showing);
  }
  if (m_rows.size() <= kFewLines) {
    m_ui->headLayout->setSpacing(look::px(14));
    m_ui->spacer8->changeSize(20, look::px(10), QSizePolicy::Minimum, QSizePolicy::Fixed);
  }
  alignEnds();
  const QStringList legend = legendOf(form, showing);
  m_ui->keysLabel->setText(legend.isEmpty() ? tr("Keys 0–6 and ↑ ↓ work too")
                                            : legend.join(QStringLiteral(" · ")) + tr(" · keys 0–6 and ↑ ↓ work too"));
  takeUp(showing);
  offerCare(showing);
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
}

RateView::~RateView() = default;

void RateView::showProtected(bool isProtected) {
  m_ui->tagLabel->setText(m_privacy[isProtected ? 1 : 0]);
  for (QLabel* tag : m_tags) tag->setText(neverOpenedWords(isProtected));
}

QWidget* RateView::firstField() const {
  return m_rows.empty() ? nullptr : m_rows.front().second->stop();
}

void RateView::addLine(const RateItem& item, const RateStep& form, const Showing& showing) {
  auto* card = new QFrame(m_ui->rows);
  card->setProperty("look", QStringLiteral("card"));
  auto* across = new QBoxLayout(QBoxLayout::LeftToRight, card);
  across->setContentsMargins(look::px(20), look::px(7), look::px(24), look::px(7));
  across->setSpacing(look::px(10));
  const QString line = showing.line(item.text);
  auto* words = new QWidget(card);
  words->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  auto* flow = new FlowLayout(words, 8);
  QLabel* label = newLabel("strong", line, words);
  flow->addWidget(label);
  // In a journal of one person nothing is opened, and this line is as the others.
  if (item.isPrivate && showing.setting.couple.isTwo())
    flow->addWidget(m_tags.emplace_back(newLabel("tag", neverOpenedWords(false), words)));
  across->addWidget(words, 1, Qt::AlignVCenter);
  auto* row = new ScaleRow(card);
  row->setObjectName(QStringLiteral("row-") + fromUtf8(item.id.text()));
  row->setTint(showing.tint());
  row->setMayNotComeUp(item.mayNotComeUp);
  std::array<QString, 4> scale;
  for (std::size_t i = 0; i < scale.size(); ++i) scale[i] = showing.line(form.scaleLabels[i]);
  if (!item.low.empty()) scale = {showing.line(item.low), {}, {}, showing.line(item.high)};
  row->setWords(line, scale);
  row->setEnds(showing.line(item.low).toLower(), showing.line(item.high).toLower());
  row->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  across->addWidget(row, 0, Qt::AlignVCenter);
  connect(row, &ScaleRow::marked, this, [this] { Q_EMIT draftChanged(draft()); });
  m_ui->rowsLayout->addWidget(card);
  m_rows.emplace_back(item.id, row);
  m_lines.push_back(across);
}

/// The squares of all lines stand in columns, however long the words at their ends are.
void RateView::alignEnds() {
  int room = 0;
  for (const auto& line : m_rows) room = std::max(room, line.second->roomForHigh());
  for (const auto& line : m_rows) line.second->setRoomForHigh(room);
}

void RateView::takeUp(const Showing& showing) {
  const auto* screen = showing.stepScreen();
  const auto* given = screen && screen->answer ? std::get_if<RatedAnswer>(&*screen->answer) : nullptr;
  std::vector<Rating> known = fromDraft(showing.setting.draft.value_or(QString()));
  if (!showing.setting.draft && given) known = given->ratings;
  for (const Rating& rating : known) {
    for (const auto& [item, row] : m_rows) {
      if (item == rating.item) row->setMark(ScaleMark{rating.score});
    }
  }
}

/// Wherever a calm rating is asked again; it lies open for whoever is unsettled. It is the writer's own turn, so nobody
/// else learns of it.
void RateView::offerCare(const Showing& showing) {
  m_before = showing.setting.before;
  if (m_before.empty()) return;
  offerAftercare(*m_ui->careFold, {.deck = showing.setting.decks.aftercare, .alone = true});
  for (const auto& line : m_rows) connect(line.second, &ScaleRow::marked, this, &RateView::showCare);
  showCare();
}

void RateView::showCare() {
  m_ui->careFold->setOpen(practice::isUnsettled(m_before, ratings()));
}

/// As narrow as the squares alone, so that a page that gets narrower is given its width, and then stacks its lines.
QSize RateView::minimumSizeHint() const {
  QSize least = StepView::minimumSizeHint();
  int squares = 0;
  for (const auto& line : m_rows) squares = std::max(squares, line.second->squaresWidth());
  if (squares > 0) least.setWidth(std::min(least.width(), squares + 2 * kNarrowEdge));
  return least;
}

/// The marks go under their line where both do not fit beside each other.
void RateView::resizeEvent(QResizeEvent* event) {
  StepView::resizeEvent(event);
  const int inner = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
  for (const auto& line : m_rows) {
    line.second->setEndsBelow(false);
    line.second->setAsideBelow(false);
  }
  const bool isWide = std::ranges::all_of(m_rows, [inner](const auto& line) {
    return inner >= line.second->sizeHint().width() + look::px(line.second->hasEnds() ? 300 : 380);
  });
  for (const auto& line : m_rows) {
    line.second->setEndsBelow(!isWide);
    line.second->setAsideBelow(inner < line.second->sizeHint().width() + 2 * kNarrowEdge);
  }
  for (QBoxLayout* line : m_lines) {
    line->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    line->setContentsMargins(isWide ? look::px(20) : kNarrowEdge, look::px(7), isWide ? look::px(24) : kNarrowEdge,
                             look::px(7));
  }
}

std::vector<Rating> RateView::ratings() const {
  std::vector<Rating> all;
  for (const auto& [item, row] : m_rows) {
    if (const auto mark = row->mark()) all.push_back({item, mark->score});
  }
  return all;
}

QString RateView::draft() const {
  return toDraft(ratings());
}

void RateView::finish() {
  answer(RatedAnswer{ratings()});
}

}  // namespace footbridge::gui
