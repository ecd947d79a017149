// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <string>

#include "gui/steps/couple.h"

namespace footbridge::gui {

namespace Ui {
class ViewingForm;
}

/// What is said of something to watch before it is watched.
struct ViewingWords {
  std::string title;
  std::optional<PartnerId> suggestedBy;  ///< none: both together
  bool inPlan = false;
  bool operator==(const ViewingWords&) const = default;
};

/// A card to fill in: what to watch, who suggested it, and whether it counts for the plan.
class ViewingForm : public QWidget {
  Q_OBJECT

 public:
  explicit ViewingForm(QWidget* parent = nullptr);
  ~ViewingForm() override;

  /// `plan` is its title; empty where there is none to count for.
  void showWords(const ViewingWords& words, const Couple& couple, const QString& plan, const QString& keep);
  void clear();
  /// As far as it is typed.
  [[nodiscard]] QString title() const;
  void setTitle(const QString& title);

 Q_SIGNALS:
  void titleEdited();
  void kept(const footbridge::gui::ViewingWords& words);  ///< there is a title
  void cancelled();

 private:
  void keep();

  std::unique_ptr<Ui::ViewingForm> m_ui;
};

}  // namespace footbridge::gui
