// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/idle_lock.h"

#include <QCoreApplication>
#include <QEvent>

namespace footbridge::gui {
namespace {

bool isTouch(QEvent::Type type) {
  return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel ||
         type == QEvent::TouchBegin || type == QEvent::InputMethod;
}

}  // namespace

IdleLock::IdleLock(int minutes, QObject* parent, int pace)
    : QObject(parent), m_policy(practice::Tick{}, minutes), m_pace(pace) {
  m_clock.start();
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::VeryCoarseTimer);
  connect(&m_timer, &QTimer::timeout, this, &IdleLock::look);
  QCoreApplication::instance()->installEventFilter(this);
  look();
}

IdleLock::~IdleLock() {
  QCoreApplication::instance()->removeEventFilter(this);
}

void IdleLock::setMinutes(int minutes) {
  m_policy.setMinutes(minutes);
  look();
}

void IdleLock::setSpeaking(std::optional<std::chrono::seconds> share) {
  if (share)
    m_policy.speechBegan(now(), *share);
  else
    m_policy.speechOver(now());
  look();
}

bool IdleLock::eventFilter(QObject* watched, QEvent* event) {
  // The timer is left as it is: it looks again when it fires, so that a key costs one store and no more. Once it has
  // fired, over a lock page with nothing to lock, the next touch starts it again.
  if (isTouch(event->type())) {
    m_policy.touched(now());
    if (!m_timer.isActive()) look();
  }
  return QObject::eventFilter(watched, event);
}

practice::Tick IdleLock::now() const {
  return practice::Tick(m_clock.elapsed() * m_pace);
}

std::optional<practice::Tick> IdleLock::left() const {
  const auto due = m_policy.lockAt();
  return due ? std::optional(*due - now()) : std::nullopt;
}

void IdleLock::look() {
  m_timer.stop();
  const auto wait = left();
  if (!wait) return;
  if (wait->count() <= 0)
    Q_EMIT lockAsked();
  else
    m_timer.start(static_cast<int>(wait->count() / m_pace + 1));
}

}  // namespace footbridge::gui
