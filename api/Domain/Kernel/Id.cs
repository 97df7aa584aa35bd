namespace BillingHeadless.Domain.Kernel;

/// <summary>Whatever has a row and an id of its own; the prefix tells a reader which table an id belongs to.</summary>
public interface IEntity
{
    static abstract string IdPrefix { get; }
}

/// <summary>An id that cannot be mistaken for another entity's: <c>inv_</c> and 26 characters that sort by creation.</summary>
public readonly record struct Id<T>(string Value) : IComparable<Id<T>>
    where T : IEntity
{
    /// <summary>Reads an id that came from outside.</summary>
    public static Id<T>? Parse(string? text) => IdText.IsWellFormed(text, T.IdPrefix) ? new Id<T>(text!) : null;

    public static bool operator <(Id<T> left, Id<T> right) => left.CompareTo(right) < 0;

    public static bool operator >(Id<T> left, Id<T> right) => left.CompareTo(right) > 0;

    public static bool operator <=(Id<T> left, Id<T> right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Id<T> left, Id<T> right) => left.CompareTo(right) >= 0;

    public int CompareTo(Id<T> other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
