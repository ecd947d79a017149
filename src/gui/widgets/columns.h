// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace footbridge::gui {

class ColumnsLayout;

/// Its children side by side, in the order they were made, as many to a row as there is room for; a row is as high as
/// its highest child. With `stretch` ("3,2") the columns of a full row share the width unevenly.
class Columns : public QWidget {
  Q_OBJECT
  Q_PROPERTY(int minColumn READ minColumn WRITE setMinColumn)
  Q_PROPERTY(int gap READ gap WRITE setGap)
  Q_PROPERTY(QString stretch READ stretch WRITE setStretch)
  Q_PROPERTY(bool topAligned READ topAligned WRITE setTopAligned)

 public:
  explicit Columns(QWidget* parent = nullptr);

  /// The least width of a column, at 100 % text.
  [[nodiscard]] int minColumn() const;
  void setMinColumn(int width);
  [[nodiscard]] int gap() const;
  void setGap(int gap);
  [[nodiscard]] QString stretch() const;
  void setStretch(const QString& parts);
  /// Each child only as high as it needs.
  [[nodiscard]] bool topAligned() const;
  void setTopAligned(bool aligned);

 protected:
  void childEvent(QChildEvent* event) override;

 private:
  ColumnsLayout* m_columns;
};

}  // namespace footbridge::gui
