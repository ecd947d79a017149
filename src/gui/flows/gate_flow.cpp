// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/gate_flow.h"

#include <utility>

#include "gui/main_window.h"
#include "gui/pages/gate_page.h"

namespace footbridge::gui {
namespace {

using practice::GateCurtain;
using practice::GateEnd;
using practice::GateRound;
using practice::GateScreen;
using practice::GateTurn;

}  // namespace

GateFlow::GateFlow(const Surroundings& around, QObject* parent) : QObject(parent), m_around(around) {
  m_around.window.addPage(PageName::Gate, this, [this] { return makePage(); });
  connect(&m_around.window, &MainWindow::shown, this, &GateFlow::pageShown);
}

QWidget* GateFlow::makePage() {
  auto* page = new GatePage;
  connect(page, &GatePage::bothHere, this, [this] { go(GateRound::forBoth()); });
  connect(page, &GatePage::aloneHere, this, [this] {
    m_alone = m_around.here.alone();
    if (m_alone) go(GateRound::forOneAlone(*m_alone));
  });
  connect(page, &GatePage::named, this, [this](PartnerId who) {
    m_for = who;
    go(GateRound::forOneOfTwo(who));
  });
  connect(page, &GatePage::curtainRaised, this, [this] {
    m_round->raiseCurtain();
    showNow();
  });
  connect(page, &GatePage::passedOn, this, [this](GateOutcome picked) {
    m_round->passOn(picked);
    showNow();
  });
  connect(page, &GatePage::coverAsked, this, [this] {
    if (!m_round || !std::holds_alternative<GateTurn>(m_round->screen())) return;
    m_round->cover();
    showNow();
  });
  connect(page, &GatePage::leftAsked, this, [this] {
    const bool handed = wasHandedOn();
    end();
    Q_EMIT left(handed);
  });
  connect(page, &GatePage::exerciseAsked, this, [this](const ExerciseId& exercise) {
    const ExerciseId asked = exercise;  // NOLINT(performance-unnecessary-copy-initialization): the page lets go of it
    const bool handed = wasHandedOn();
    end();
    Q_EMIT exerciseAsked(asked, handed);
  });
  return page;
}

bool GateFlow::wasHandedOn() const {
  return m_round && !m_alone;
}

GatePage& GateFlow::page() {
  return m_around.window.pageAs<GatePage>(PageName::Gate);
}

bool GateFlow::isFor(const Exercise& exercise) const {
  return exercise.gate && exercise.audience == Audience::Two && m_around.journal.partners().size() == 2;
}

void GateFlow::ask(std::shared_ptr<const Exercise> exercise, const QString& leave) {
  begin(std::move(exercise), leave, std::nullopt);
}

void GateFlow::askTheOther(std::shared_ptr<const Exercise> exercise, PartnerId who) {
  begin(std::move(exercise), {}, GateRound::forTheOther(who));
}

void GateFlow::begin(std::shared_ptr<const Exercise> exercise, const QString& leave, std::optional<GateRound> round) {
  end();
  m_exercise = std::move(exercise);
  m_leave = leave;
  m_round = std::move(round);
  if (m_round) Q_EMIT handedOn();
  m_around.window.showPage(PageName::Gate);
}

void GateFlow::go(const GateRound& round) {
  m_round = round;
  if (wasHandedOn()) Q_EMIT handedOn();
  showNow();
}

/// Whoever left the page leaves nothing on it. From the page of safety it goes on, with the curtain before whose turn
/// it was: the other is not asked again, which would tell that somebody went there.
void GateFlow::pageShown(PageName name) {
  if (!m_exercise) return;
  if (name == PageName::Gate) return showNow();
  if (name != PageName::Safety) return end();
  if (m_round) m_round->cover();
  page().clear();
}

void GateFlow::showNow() {
  const Couple couple = coupleOf(m_around.journal);
  const bool isForOne = m_exercise->audience == Audience::One;
  if (!m_round && isForOne) return page().showWho(*m_exercise, couple);
  if (!m_round) return page().showIntro(*m_exercise, couple, m_around.here.alone());
  // Of an exercise for one that has no question the curtain alone is left.
  if (!m_exercise->gate && std::holds_alternative<GateTurn>(m_round->screen())) m_round->passOn(GateOutcome::GoOn);
  const GateScreen screen = m_round->screen();
  if (const auto* curtain = std::get_if<GateCurtain>(&screen)) page().showCurtain(*m_exercise, couple, curtain->to);
  if (const auto* turn = std::get_if<GateTurn>(&screen)) {
    using Room = GateTurnView::Room;
    const Room room = m_alone || isForOne ? Room::Alone : turn->isLast ? Room::AfterTheOther : Room::BeforeTheOther;
    page().showTurn(*m_exercise, couple, turn->who, room);
  }
  if (const auto* over = std::get_if<GateEnd>(&screen)) showEnd(over->goesOn);
}

void GateFlow::showEnd(bool goesOn) {
  if (!goesOn) return page().showEnd(waysOn(), m_leave.isEmpty() ? tr("Go back") : m_leave);
  const auto missing = m_alone ? std::optional(otherOf(*m_alone)) : std::nullopt;
  const auto who = m_for;
  end();
  if (who) return passedByOne(*who);
  Q_EMIT passed(missing);
}

void GateFlow::end() {
  if (!m_exercise) return;
  m_exercise.reset();
  m_round.reset();
  m_alone.reset();
  m_for.reset();
  page().clear();
}

/// The same for everybody, as far as there are such exercises.
std::vector<GateWay> GateFlow::waysOn() const {
  std::vector<GateWay> ways;
  if (!m_leave.isEmpty()) return ways;
  for (const Gate::WayOn& way : m_exercise->gate->waysOn) {
    const auto exercise = m_around.catalog.exercise(way.exercise);
    if (exercise && isGentle((*exercise)->audience, (*exercise)->depth, (*exercise)->practice))
      ways.push_back({QString::fromStdString(way.when), way.exercise, QString::fromStdString((*exercise)->title)});
  }
  return ways;
}

}  // namespace footbridge::gui
