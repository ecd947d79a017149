// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/story_page.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/models/story_card_delegate.h"
#include "gui/widgets/choice_group.h"
#include "pages/ui_story_page.h"

namespace footbridge::gui {
namespace {

/// The least width at which the search field stands beside the title.
constexpr int kHeadBeside = 520;

/// What will stand where a part of the story is empty still.
QString comingWords(StoryFilter filter) {
  switch (filter) {
    case StoryFilter::WeeklyLooks:
      return StoryPage::tr("Each weekly look that you do is found here.");
    case StoryFilter::Exercises:
      return StoryPage::tr("Each exercise that you do is found here.");
    case StoryFilter::Agreements:
      return StoryPage::tr("What you agree on is found here.");
    case StoryFilter::Appreciations:
      return StoryPage::tr("The good things that you tell each other are found here.");
    case StoryFilter::Viewings:
      return StoryPage::tr("What you watch together is found here.");
    case StoryFilter::OnlyMine:
      return StoryPage::tr("A line that you keep just for yourself is found here.");
    case StoryFilter::Everything:
      break;
  }
  return StoryPage::tr("What you keep is found here.");
}

}  // namespace

StoryPage::StoryPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::StoryPage>()), m_shown(m_story) {
  m_ui->setupUi(this);
  setUpList();
  wire();
  clear();
}

StoryPage::~StoryPage() = default;

void StoryPage::setUpList() {
  QListView* list = m_ui->storyList;
  list->setModel(&m_shown);
  list->setItemDelegate(new StoryCardDelegate(list));
  list->setFrameShape(QFrame::NoFrame);
  list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // Unseen while there is nothing to scroll, it keeps its room in the page's margin, so that no card moves.
  list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  list->setResizeMode(QListView::Adjust);
  list->setMouseTracking(true);
  list->viewport()->setAutoFillBackground(false);
  list->installEventFilter(this);
  list->viewport()->installEventFilter(this);
  m_ui->searchEdit->installEventFilter(this);
}

void StoryPage::wire() {
  newChoiceGroup(this, {m_ui->everythingChip, m_ui->looksChip, m_ui->exercisesChip, m_ui->agreementsChip,
                        m_ui->appreciationsChip, m_ui->viewingsChip, m_ui->mineChip});
  wireChip(m_ui->everythingChip, StoryFilter::Everything);
  wireChip(m_ui->looksChip, StoryFilter::WeeklyLooks);
  wireChip(m_ui->exercisesChip, StoryFilter::Exercises);
  wireChip(m_ui->agreementsChip, StoryFilter::Agreements);
  wireChip(m_ui->appreciationsChip, StoryFilter::Appreciations);
  wireChip(m_ui->viewingsChip, StoryFilter::Viewings);
  wireChip(m_ui->mineChip, StoryFilter::OnlyMine);
  connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this] {
    m_shown.setWords(m_ui->searchEdit->text());
    showFound();
  });
  connect(m_ui->storyList, &QListView::clicked, this, &StoryPage::open);
  connect(m_ui->emptyButton, &QPushButton::clicked, this, &StoryPage::takeAWayOut);
  connect(m_ui->deletedButton, &QPushButton::clicked, this, &StoryPage::deletedAsked);
}

void StoryPage::wireChip(QPushButton* chip, StoryFilter filter) {
  m_chips.emplace_back(filter, chip);
  connect(chip, &QPushButton::clicked, this, [this, filter] { choose(filter); });
}

void StoryPage::choose(StoryFilter filter) {
  m_filter = filter;
  m_shown.setFilter(filter);
  chipOf(filter)->setChecked(true);
  showFound();
}

QPushButton* StoryPage::chipOf(StoryFilter filter) const {
  return std::ranges::find(m_chips, filter, &std::pair<StoryFilter, QPushButton*>::first)->second;
}

/// Where its chip is not there the story shows everything.
void StoryPage::showOnly(StoryFilter filter) {
  m_ui->searchEdit->setText(QString());
  choose(chipOf(filter)->isHidden() ? StoryFilter::Everything : filter);
}

void StoryPage::showStory(std::vector<StoryCard> cards, Day today, bool alone) {
  const int scrolled = m_ui->storyList->verticalScrollBar()->value();
  m_story.setCards(std::move(cards), today);
  showChips(alone);
  showFound();
  if (m_opened) comeBackTo(scrolled);
}

void StoryPage::setOfTwo(bool two) {
  m_two = two;
}

/// One person has no part of the story that takes two; what is left of a time with somebody is still found.
void StoryPage::showChips(bool alone) {
  const auto holds = [this](StoryKind kind) {
    for (int row = 0; row < m_story.rowCount(); ++row)
      if (m_story.card(row).kind == kind) return true;
    return false;
  };
  const auto show = [this](QPushButton* chip, StoryFilter filter, bool shown) {
    chip->setVisible(shown);
    if (!shown && m_filter == filter) choose(StoryFilter::Everything);
  };
  show(m_ui->agreementsChip, StoryFilter::Agreements, m_two || holds(StoryKind::Agreement));
  show(m_ui->appreciationsChip, StoryFilter::Appreciations, m_two || holds(StoryKind::Appreciation));
  show(m_ui->viewingsChip, StoryFilter::Viewings, m_two || holds(StoryKind::Viewing));
  show(m_ui->mineChip, StoryFilter::OnlyMine, alone);
}

/// Where what was opened is gone, its neighbours still stand where they stood.
void StoryPage::comeBackTo(int scrolled) {
  QListView& list = *m_ui->storyList;
  list.doItemsLayout();
  list.verticalScrollBar()->setValue(scrolled);
  for (int row = 0; row < m_shown.rowCount(); ++row) {
    const QModelIndex index = m_shown.index(row, 0);
    if (m_shown.card(index).ref != *m_opened) continue;
    list.setCurrentIndex(index);
    list.scrollTo(index);
    return;
  }
}

void StoryPage::setAnyDeleted(bool any) {
  m_ui->deletedButton->setVisible(any);
}

void StoryPage::clear() {
  m_opened.reset();
  m_story.clear();
  m_ui->searchEdit->setText(QString());
  choose(StoryFilter::Everything);
}

bool StoryPage::isSearching() const {
  return !m_ui->searchEdit->text().trimmed().isEmpty();
}

bool StoryPage::isSearchingPart() const {
  return isSearching() && m_filter != StoryFilter::Everything;
}

void StoryPage::showFound() {
  const int found = m_shown.rowCount();
  const bool begun = m_story.rowCount() > 0;
  m_ui->searchEdit->setVisible(begun);
  m_ui->chipsRow->setVisible(begun);
  m_ui->countLabel->setVisible(found > 0 && isSearching());
  m_ui->countLabel->setText(tr("%n found", nullptr, found));
  if (found > 0) {
    m_ui->stack->setCurrentWidget(m_ui->listPage);
    if (!m_ui->storyList->currentIndex().isValid()) m_ui->storyList->setCurrentIndex(m_shown.index(0, 0));
  } else if (!begun) {
    showEmpty(tr("Your story begins with whatever you do first"),
              m_two ? tr("What you open to each other and agree on will be here, to find again.")
                    : tr("What you do here and keep will be here, to find again."),
              tr("Begin with a weekly look"));
  } else if (isSearchingPart()) {
    showEmpty(tr("No words like these under “%1”").arg(chipOf(m_filter)->text()),
              tr("They may stand somewhere else in your story."), tr("Search everything"));
  } else if (isSearching()) {
    showEmpty(tr("No words like these here"), tr("A single word, or the beginning of one, often finds more."),
              tr("Show everything"));
  } else {
    showEmpty(tr("Nothing here yet"), comingWords(m_filter), tr("Show everything"));
  }
}

void StoryPage::showEmpty(const QString& title, const QString& words, const QString& button) {
  m_ui->emptyTitle->setText(title);
  m_ui->emptyLabel->setText(words);
  m_ui->emptyButton->setText(button);
  m_ui->stack->setCurrentWidget(m_ui->emptyPage);
}

void StoryPage::takeAWayOut() {
  if (m_story.rowCount() == 0) {
    Q_EMIT beginAsked();
    return;
  }
  if (!isSearchingPart()) m_ui->searchEdit->setText(QString());
  choose(StoryFilter::Everything);
  m_ui->searchEdit->setFocus();
}

void StoryPage::open(const QModelIndex& index) {
  if (!index.isValid()) return;
  m_opened = m_shown.card(index).ref;
  Q_EMIT openAsked(*m_opened);
}

bool StoryPage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && watched == m_ui->storyList->viewport()) measureCards();
  if (event->type() == QEvent::KeyPress && takeKey(watched, static_cast<QKeyEvent*>(event)->key())) return true;
  return QWidget::eventFilter(watched, event);
}

/// Down goes from the search into the list, Enter opens; the rest is the list's own.
bool StoryPage::takeKey(QObject* watched, int key) {
  const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
  if (watched == m_ui->storyList && enter) {
    open(m_ui->storyList->currentIndex());
    return true;
  }
  if (watched == m_ui->searchEdit && (enter || key == Qt::Key_Down) && m_shown.rowCount() > 0) {
    m_ui->storyList->setFocus();
    return true;
  }
  return false;
}

/// Each by itself only where they differ: a long story is laid out at once.
void StoryPage::measureCards() {
  m_ui->storyList->setUniformItemSizes(!StoryCardDelegate::isNarrow(m_ui->storyList->viewport()->width()));
}

void StoryPage::changeEvent(QEvent* event) {
  const bool sizesChange = event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange;
  if (sizesChange && m_ui->storyList != nullptr) {
    measureCards();
    m_ui->storyList->doItemsLayout();
  }
  QWidget::changeEvent(event);
}

/// Beside the title, while both have room for their words.
void StoryPage::placeSearch() {
  const bool isNarrow = width() < look::px(kHeadBeside);
  m_ui->layout2->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  m_ui->searchEdit->setMinimumWidth(look::px(isNarrow ? 120 : 240));
}

void StoryPage::resizeEvent(QResizeEvent* event) {
  placeSearch();
  QWidget::resizeEvent(event);
}

void StoryPage::showEvent(QShowEvent* event) {
  placeSearch();
  m_ui->searchEdit->setMaximumWidth(look::px(330));
  // A card and a half; where the window is too low for that, the page scrolls too.
  m_ui->storyList->setMinimumHeight(look::px(180));
  QWidget::showEvent(event);
}

}  // namespace footbridge::gui
