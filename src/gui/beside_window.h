// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;

namespace footbridge::gui {

/// While one lives something slow is going on that a page or a dialog waits for, so neither may go.
class SlowWork {
 public:
  SlowWork() { ++s_count; }
  ~SlowWork() { --s_count; }
  SlowWork(const SlowWork&) = delete;
  SlowWork& operator=(const SlowWork&) = delete;

  [[nodiscard]] static bool goesOn() { return s_count > 0; }

 private:
  inline static int s_count = 0;  ///< of the window's own thread
};

/// Runs slow work in a thread of its own and returns once it is done. Meanwhile what is on screen is painted, and Hide
/// covers it at once; nothing else that somebody does reaches any widget, and no timer fires, so that the restart that
/// follows Hide waits as well. From another thread, or where none can be had, the work is done on the spot.
void besideWindow(const std::function<void()>& work);

/// Calls `next` as soon as what is going on now is over, and so never beside slow work; not at all once `context` is
/// gone. QTimer::singleShot() with no time to wait is no timer, and knows nothing of that.
void soon(QObject& context, std::function<void()> next);

}  // namespace footbridge::gui
