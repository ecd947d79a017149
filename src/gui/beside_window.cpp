// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/beside_window.h"

#include <QApplication>
#include <QKeyEvent>
#include <QShortcutEvent>
#include <QThread>
#include <QTimer>
#include <QWidget>
#include <chrono>
#include <future>
#include <system_error>
#include <utility>

namespace footbridge::gui {
namespace {

constexpr std::chrono::milliseconds kBetweenGlances{10};

/// Something that somebody does, on its way to a widget. A window of the system hands on what it gets, so it may.
bool isDoing(const QObject& watched, QEvent::Type type) {
  switch (type) {
    case QEvent::Shortcut:
      return true;
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel:
    case QEvent::ContextMenu:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TabletRelease:
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
    case QEvent::Close:
      return watched.isWidgetType();
    default:
      return false;
  }
}

bool isHide(const QObject& watched, const QEvent& event) {
  if (event.type() == QEvent::Shortcut)
    return static_cast<const QShortcutEvent&>(event).key() == QKeySequence(Qt::Key_F8);
  if (event.type() == QEvent::KeyPress) return static_cast<const QKeyEvent&>(event).key() == Qt::Key_F8;
  return event.type() != QEvent::Close && watched.objectName() == QStringLiteral("hideButton");
}

/// While it lives, Hide is all that there is to do.
class HideAlone : public QObject {
 public:
  HideAlone() { qApp->installEventFilter(this); }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (!isDoing(*watched, event->type())) return false;
    if (isHide(*watched, *event)) return pressedDisabled(*watched, *event);
    event->ignore();
    return true;
  }

 private:
  /// A dialog that waits is disabled as a whole, with its way to hide in it.
  static bool pressedDisabled(QObject& watched, const QEvent& event) {
    auto* button = qobject_cast<QWidget*>(&watched);
    if (event.type() != QEvent::MouseButtonRelease || button == nullptr || button->isEnabled()) return false;
    QKeyEvent hide(QEvent::KeyPress, Qt::Key_F8, Qt::NoModifier);
    QCoreApplication::sendEvent(button->window(), &hide);
    return true;
  }

  SlowWork m_slow;
};

std::future<void> begun(const std::function<void()>& work) {
  try {
    return std::async(std::launch::async, work);
  } catch (const std::system_error&) {
    return {};
  }
}

}  // namespace

// The flag for timers is named for X11 and holds for every event loop of Unix. Where it did not, the restart after Hide
// would come in the middle of the work: that ends this process there and then, and nothing here is returned to.
void besideWindow(const std::function<void()>& work) {
  const bool mayWait = qApp != nullptr && QThread::currentThread() == qApp->thread();
  std::future<void> done = mayWait ? begun(work) : std::future<void>();
  if (!done.valid()) return work();
  const HideAlone hideAlone;
  while (done.wait_for(kBetweenGlances) != std::future_status::ready)
    QCoreApplication::processEvents(QEventLoop::X11ExcludeTimers | QEventLoop::ExcludeSocketNotifiers);
  done.get();
}

void soon(QObject& context, std::function<void()> next) {
  auto* timer = new QTimer(&context);
  timer->setSingleShot(true);
  QObject::connect(timer, &QTimer::timeout, timer, &QObject::deleteLater);
  QObject::connect(timer, &QTimer::timeout, &context, std::move(next));
  timer->start(0);
}

}  // namespace footbridge::gui
