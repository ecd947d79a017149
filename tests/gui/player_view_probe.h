// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <memory>
#include <vector>

#include "gui/steps/view_for_screen.h"
#include "player_screens.h"

namespace footbridge {

/// One view of the player on its own, and what it emits.
class ViewProbe : public QObject {
 public:
  explicit ViewProbe(const sample::PlayerScreen& one) : exercise(one.exercise), m_window(std::make_unique<QWidget>()) {
    view = gui::newViewForScreen(exercise, one.screen, one.setting, m_window.get());
    m_window->resize(1192, 660);
    view->resize(1192, 660);
    QObject::connect(view, &gui::StepView::acted, this,
                     [this](const practice::Action& action) { actions.push_back(action); });
    QObject::connect(view, &gui::StepView::draftChanged, this, [this](const QString& draft) { drafts << draft; });
    m_window->show();
  }
  explicit ViewProbe(const std::string& name) : ViewProbe(sample::playerScreen(name)) {}

  template <typename T>
  T* find(const char* name) const {
    return view->findChild<T*>(QString::fromLatin1(name));
  }
  void press(const char* name) const { find<QPushButton>(name)->click(); }
  /// What was answered last; the view has answered with this kind.
  template <typename T>
  T answer() const {
    return std::get<T>(std::get<practice::GiveAnswer>(actions.back()).answer);
  }

  Exercise exercise;
  gui::StepView* view = nullptr;
  std::vector<practice::Action> actions;
  QStringList drafts;

 private:
  std::unique_ptr<QWidget> m_window;
};

}  // namespace footbridge
