using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>A laid out piece of the document that knows its height and how to break over pages.</summary>
internal abstract class Fragment
{
    public int Height { get; protected init; }

    /// <summary>Wanted distance to what stands above; distances collapse into the larger, and vanish at the top of a page.</summary>
    public int MarginTop { get; init; }

    public int MarginBottom { get; init; }

    /// <summary>Distance from the left edge of the room.</summary>
    public int Indent { get; init; }

    /// <summary>Never the last on a page.</summary>
    public bool StaysWithNext { get; init; }

    /// <summary>Draws itself with its upper left corner there, the indent included in <paramref name="left"/>.</summary>
    public abstract void Draw(Canvas canvas, int left, int top);

    /// <summary>Breaks a fragment that is higher than the room. Most cannot be broken: they go to the next page.</summary>
    public virtual Pieces Split(Room room) => Pieces.None;
}

/// <summary>The height that is left on the page, and the height that a fresh page gives.</summary>
internal readonly record struct Room(int Left, int Page)
{
    /// <summary>Nothing stands above: waiting for the next page gains nothing.</summary>
    public bool IsWholePage => Left >= Page;

    /// <summary>What remains beside things that also repeat on a fresh page.</summary>
    public Room Without(int height) => new(Left - height, Page - height);

    /// <summary>What remains below things that do not repeat.</summary>
    public Room Below(int height) => height == 0 ? this : new Room(Left - height, Page);
}

/// <summary>What stays on the page and what goes to the next; no head means that all of it goes.</summary>
internal readonly record struct Pieces(Fragment? Head, Fragment? Tail)
{
    public static readonly Pieces None = new(null, null);
}
