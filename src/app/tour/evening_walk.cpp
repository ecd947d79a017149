// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/evening_walk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <variant>

#include "app/tour/shoot.h"
#include "app/tour/tour.h"
#include "practice/sitting.h"

namespace footbridge::app {
namespace {

using namespace practice;

constexpr int kMostSteps = 200;

QString toQt(const std::string& text) {
  return QString::fromStdString(text);
}

/// The newest sitting that either partner can see in the journal.
std::optional<SittingSummary> newestSitting(const Journal& journal) {
  std::optional<SittingSummary> newest;
  for (const Reader reader : {Reader::OursAlone, Reader::A, Reader::B}) {
    for (const SittingSummary& sitting : journal.sittings(reader)) {
      if (!newest || sitting.made > newest->made) newest = sitting;
      break;
    }
  }
  return newest;
}

}  // namespace

EveningWalk::EveningWalk(Robot& robot, Album& album, Journal& journal, const Exercise& exercise,
                         const EveningWords& words)
    : m_robot(robot), m_album(album), m_journal(journal), m_exercise(exercise), m_words(words) {}

void EveningWalk::shoot(const QString& what) {
  app::shoot(m_robot, m_album, m_name + QLatin1Char('-') + what);
}

std::optional<Screen> EveningWalk::screenNow() const {
  const auto newest = newestSitting(m_journal);
  if (!newest) return std::nullopt;
  const auto lanes = m_journal.load(newest->id);
  if (!lanes) return std::nullopt;
  const auto sitting = replay(m_exercise, *lanes);
  if (!sitting) return std::nullopt;
  return screenOf(m_exercise, *sitting);
}

bool EveningWalk::walk(const QString& name) {
  m_name = name;
  for (int count = 0; count < kMostSteps; ++count) {
    while (passDoor(m_robot, m_album)) {
    }
    const auto screen = screenNow();
    if (!screen) {
      m_robot.fault(name + QStringLiteral(": the journal holds no sitting that can be read"));
      return false;
    }
    if (std::holds_alternative<FinishedScreen>(screen->body) || std::holds_alternative<PartDoneScreen>(screen->body)) {
      shoot(QStringLiteral("end"));
      m_robot.press(QStringLiteral("doneButton"));
      return true;
    }
    if (!step(*screen)) return false;
    while (passDoor(m_robot, m_album)) {
    }
    if (screenNow() == screen) {
      m_robot.fault(name + QStringLiteral(": nothing came of step ") + QString::number(screen->stepIndex) +
                    QStringLiteral(", screen ") + QString::number(screen->body.index()));
      return false;
    }
  }
  return false;
}

bool EveningWalk::step(const Screen& screen) {
  if (const auto* hand = std::get_if<HandOverScreen>(&screen.body)) {
    shoot(hand->to == Viewer::Both ? QStringLiteral("both") : QStringLiteral("hand-over"));
    m_robot.press(QStringLiteral("readyButton"));
  } else if (std::holds_alternative<LockedScreen>(screen.body)) {
    // Its owner takes the laptop behind the curtain first; the passphrase is asked for then.
    shoot(QStringLiteral("hand-over"));
    const QString curtain = QStringLiteral("readyButton");
    m_robot.press(m_robot.sees(curtain) ? curtain : QStringLiteral("doneButton"));
  } else if (const auto* body = std::get_if<StepScreen>(&screen.body)) {
    fill(*body, screen.viewer);
  } else if (std::holds_alternative<LookOverScreen>(screen.body)) {
    shoot(QStringLiteral("look-over"));
    const bool keptAtFirst = !std::get<LookOverScreen>(screen.body).lines.empty() &&
                             !std::get<LookOverScreen>(screen.body).lines.front().open;
    if (keptAtFirst) {
      for (auto* button : m_robot.top()->findChildren<QAbstractButton*>(QStringLiteral("openButton"))) {
        if (button->isVisible() && button->isEnabled() && !button->isChecked()) button->click();
      }
      shoot(QStringLiteral("look-over-chosen"));
    }
    m_robot.press(QStringLiteral("doneButton"));
  } else if (const auto* talk = std::get_if<TalkScreen>(&screen.body)) {
    shoot(talk->phase == TalkScreen::Phase::Speaking ? QStringLiteral("speak") : QStringLiteral("reflect"));
    // The first press begins the time, the next ends it.
    m_robot.press(QStringLiteral("doneButton"));
    if (screenNow() == screen) m_robot.press(QStringLiteral("doneButton"));
  } else {
    shoot(std::holds_alternative<RevealScreen>(screen.body) ? QStringLiteral("reveal") : QStringLiteral("end-of-turn"));
    m_robot.press(QStringLiteral("doneButton"));
  }
  return true;
}

const Answer* EveningWalk::wordsFor(const StepId& step, Viewer viewer) const {
  const auto& words = viewer == Viewer::Both ? m_words.together : m_words.apart.at(viewer == Viewer::A ? 0 : 1);
  const auto found = words.find(step);
  return found == words.end() ? nullptr : &found->second;
}

void EveningWalk::fill(const StepScreen& body, Viewer viewer) {
  const Step& step = *m_exercise.find(body.step);
  const auto* agree = std::get_if<AgreeStep>(&step.form);
  const bool isReview = agree != nullptr && agree->review;
  if (isReview) review();
  const Answer* answer = isReview ? nullptr : wordsFor(step.id, viewer);
  if (answer != nullptr) fillBody(step, *answer);
  shoot(toQt(step.id.text()));
  if (answer == nullptr && step.hasAnswer() && !isReview) return m_robot.press(QStringLiteral("passButton"));
  const auto* agreed = answer != nullptr ? std::get_if<AgreedAnswer>(answer) : nullptr;
  const bool noStep = agreed != nullptr && !agreed->agreement;
  m_robot.press(noStep ? QStringLiteral("noStepButton") : QStringLiteral("doneButton"));
}

void EveningWalk::fillBody(const Step& step, const Answer& answer) {
  if (step.kind() == StepKind::Loop && std::holds_alternative<WrittenAnswer>(answer)) {
    return m_robot.type(QStringLiteral("nameEdit"), toQt(std::get<WrittenAnswer>(answer).text));
  }
  std::visit(
      [this](const auto& one) {
        using Kind = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<Kind, WrittenAnswer>)
          write(one);
        else if constexpr (std::is_same_v<Kind, RatedAnswer>)
          mark(one);
        else if constexpr (std::is_same_v<Kind, ChosenAnswer>)
          choose(one);
        else if constexpr (std::is_same_v<Kind, AskAnswer>)
          ask(one);
        else if constexpr (std::is_same_v<Kind, MoveAnswer>)
          move(one);
        else if constexpr (std::is_same_v<Kind, AgreedAnswer>)
          agree(one);
        else if constexpr (std::is_same_v<Kind, CloseAnswer>)
          close(one);
      },
      answer);
}

void EveningWalk::write(const WrittenAnswer& answer) {
  m_robot.type(QStringLiteral("pageEdit"), toQt(answer.text));
}

void EveningWalk::mark(const RatedAnswer& answer) {
  for (const Rating& rating : answer.ratings) {
    QWidget* row = m_robot.find(QStringLiteral("row-") + toQt(rating.item.text()));
    const QString name =
        rating.score ? QStringLiteral("score%1").arg(rating.score->mark()) : QStringLiteral("notComeUp");
    auto* button = row != nullptr ? row->findChild<QAbstractButton*>(name) : nullptr;
    if (button == nullptr)
      m_robot.fault(m_name + QStringLiteral(": no place to mark ") + toQt(rating.item.text()));
    else
      button->click();
  }
}

void EveningWalk::choose(const ChosenAnswer& answer) {
  for (const CardId& card : answer.cards) m_robot.press(QStringLiteral("card-") + toQt(card.text()));
}

void EveningWalk::ask(const AskAnswer& answer) {
  m_robot.type(QStringLiteral("happenedEdit"), toQt(answer.happened));
  m_robot.type(QStringLiteral("feelEdit"), toQt(answer.feel));
  m_robot.type(QStringLiteral("helpEdit"), toQt(answer.help));
}

void EveningWalk::move(const MoveAnswer& answer) {
  m_robot.type(QStringLiteral("whenEdit"), toQt(answer.when));
  m_robot.type(QStringLiteral("doesEdit"), toQt(answer.does));
  m_robot.type(QStringLiteral("insideEdit"), toQt(answer.inside));
}

void EveningWalk::agree(const AgreedAnswer& answer) {
  if (!answer.agreement) return;
  m_robot.type(QStringLiteral("whatEdit"), toQt(answer.agreement->what));
  m_robot.type(QStringLiteral("whenEdit"), toQt(answer.agreement->when));
  switch (answer.agreement->who) {
    case AgreementWho::A:
      return m_robot.press(QStringLiteral("whoAButton"));
    case AgreementWho::B:
      return m_robot.press(QStringLiteral("whoBButton"));
    case AgreementWho::Both:
      return m_robot.press(QStringLiteral("whoBothButton"));
  }
}

void EveningWalk::review() {
  for (auto* button : m_robot.top()->findChildren<QAbstractButton*>()) {
    if (button->isVisible() && button->objectName().startsWith(QStringLiteral("kept-"))) button->click();
  }
}

void EveningWalk::close(const CloseAnswer& answer) {
  m_robot.type(QStringLiteral("heardAEdit"), toQt(answer.heard[0]));
  m_robot.type(QStringLiteral("thanksAEdit"), toQt(answer.appreciated[0]));
  m_robot.type(QStringLiteral("heardBEdit"), toQt(answer.heard[1]));
  m_robot.type(QStringLiteral("thanksBEdit"), toQt(answer.appreciated[1]));
}

}  // namespace footbridge::app
