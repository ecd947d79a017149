// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/steps/setting.h"
#include "gui/widgets/new_label.h"
#include "practice/sitting.h"

class QLabel;
class QPushButton;

namespace footbridge::gui {

/// One screen of a sitting. Built for one screen and thrown away after it, so that no view ever holds the words of
/// the partner before. Emits what its viewer did; knows nothing of journals.
class StepView : public QWidget {
  Q_OBJECT
 public:
  explicit StepView(QWidget* parent = nullptr) : QWidget(parent) {}

  /// Where the keyboard begins; null: nowhere.
  [[nodiscard]] virtual QWidget* firstField() const = 0;
  /// What a screen reader says when the view comes.
  [[nodiscard]] virtual QString spokenName() const;
  /// Words given so far, to be kept until they are answered.
  [[nodiscard]] virtual QString draft() const { return {}; }
  /// The privacy of the viewer's vault has changed while the view stood.
  virtual void showProtected(bool) {}

 Q_SIGNALS:
  void acted(const footbridge::practice::Action& action);
  void draftChanged(const QString& draft);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  /// The widest the column of text becomes, in pixels at ordinary text size; 0: all there is.
  void setColumn(int width) { m_column = width; }
  /// Title and instruction of the step.
  void showWords(const Showing& showing, QLabel* title, QLabel* text);
  /// "Next" or "Done, pass to Sam"; Back where there is a way back; and at a step for both, a way to read again what
  /// was opened.
  void wireFoot(const Showing& showing, QPushButton* back, QPushButton* done);
  /// The heights that the form gives its fields, at the present text size.
  void scaleFields();
  void showHint(QLabel* hint, const QString& words);
  void answer(Answer answer) { Q_EMIT acted(practice::GiveAnswer{std::move(answer)}); }

  /// The main button was pressed. Override and answer.
  virtual void finish() {}

 private:
  void offerOpened(const Showing& showing);

  int m_column = 760;
};

void setTint(QWidget* widget, const QString& tint);
void setRole(QPushButton* button, const QString& role);
/// "Only Alex can read this until …", by what is known of the step and the vault.
[[nodiscard]] QString privacyWords(const Showing& showing, bool isProtected);
/// Of a line that is never opened to the other; it is called its writer's only once it is locked.
[[nodiscard]] QString neverOpenedWords(bool isProtected);
/// "Done, pass to Sam", by who comes next.
[[nodiscard]] QString doneWords(const Setting& setting, practice::Viewer next);

}  // namespace footbridge::gui
