// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/gate_page.h"

#include <QPushButton>
#include <QShortcut>

#include "gui/pages/passing_view.h"
#include "gui/steps/gate_intro_view.h"
#include "gui/steps/gate_who_view.h"
#include "gui/steps/view_for_screen.h"
#include "gui/widgets/steady_foot.h"
#include "pages/ui_gate_page.h"

namespace footbridge::gui {

GatePage::GatePage(QWidget* parent) : Page(parent), m_ui(std::make_unique<Ui::GatePage>()) {
  m_ui->setupUi(this);
  connect(m_ui->leaveLink, &QPushButton::clicked, this, &GatePage::leftAsked);
  auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
  escape->setContext(Qt::WidgetWithChildrenShortcut);
  connect(escape, &QShortcut::activated, this, &GatePage::coverAsked);
}

GatePage::~GatePage() = default;

void GatePage::showIntro(const Exercise& exercise, const Couple& couple, std::optional<PartnerId> alone) {
  auto* view = new GateIntroView(exercise, couple, alone);
  connect(view, &GateIntroView::bothHere, this, &GatePage::bothHere);
  connect(view, &GateIntroView::aloneHere, this, &GatePage::aloneHere);
  put(view);
}

void GatePage::showWho(const Exercise& exercise, const Couple& couple) {
  auto* view = new GateWhoView(exercise, couple);
  connect(view, &GateWhoView::named, this, &GatePage::named);
  put(view);
}

void GatePage::showCurtain(const Exercise& exercise, const Couple& couple, practice::Viewer to) {
  const practice::Screen screen{practice::Viewer::Nobody, practice::HandOverScreen{std::nullopt, to}, 0};
  StepView* view = newViewForScreen(exercise, screen, Setting(couple), nullptr);
  connect(view, &StepView::acted, this, &GatePage::curtainRaised);
  put(view);
}

void GatePage::showTurn(const Exercise& exercise, const Couple& couple, PartnerId who, GateTurnView::Room room) {
  auto* view = new GateTurnView(exercise, couple, who, room);
  connect(view, &GateTurnView::passedOn, this, &GatePage::passedOn);
  put(view);
}

void GatePage::showEnd(const std::vector<GateWay>& ways, const QString& leave) {
  auto* view = new GateEndView(ways, leave);
  connect(view, &GateEndView::doneAsked, this, &GatePage::leftAsked);
  connect(view, &GateEndView::exerciseAsked, this, &GatePage::exerciseAsked);
  put(view, false);
}

void GatePage::put(StepView* view, bool mayLeave) {
  clear();
  m_ui->viewScroll->setWidget(view);
  view->setAutoFillBackground(false);
  if (auto* foot = view->findChild<QBoxLayout*>(QStringLiteral("footLayout"))) m_ui->viewScroll->keepInReach(foot);
  view->show();
  m_ui->leaveLink->setVisible(mayLeave);
  QList<QWidget*> order;
  collectFocusable(view->layout(), order);
  if (const auto* foot = view->findChild<SteadyFoot*>()) collectFocusable(foot->layout(), order);
  order << m_ui->leaveLink;
  for (qsizetype i = 1; i < order.size(); ++i) setTabOrder(order[i - 1], order[i]);
  m_ui->viewScroll->setAccessibleName(view->spokenName());
  setAccessibleName(view->spokenName());
  beginAt(view->firstField());
  m_quiet.begin();
}

void GatePage::clear() {
  beginAt(nullptr);
  if (QWidget* old = m_ui->viewScroll->widget()) old->disconnect(this);
  dropView(*m_ui->viewScroll);
  m_ui->viewScroll->setAccessibleName({});
  setAccessibleName({});
}

/// Narrow windows with large text give their edges to the words.
void GatePage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  fitEdges(*this);
}

}  // namespace footbridge::gui
