namespace BillingHeadless.Tests.Api.Ledger;

/// <summary>One change past the server, and the one check that must find it.</summary>
/// <param name="Table">Of the changed rows.</param>
/// <param name="Where">Which of them; ids as <see cref="History.Fill"/> knows them.</param>
/// <param name="Column">The column that is changed; empty: the rows are deleted.</param>
/// <param name="Value">The new value, as SQL.</param>
/// <param name="Check">The check that turns false, and no other.</param>
public sealed record Tampering(string Table, string Where, string Column, string Value, string Check)
{
    public bool IsDeletion => Column.Length == 0;

    public override string ToString() => IsDeletion ? $"delete {Table} {Where}" : $"{Table}.{Column} = {Value} {Where}";

    public static Tampering Change(string table, string where, string column, string value, string check) => new(table, where, column, value, check);

    public static Tampering Delete(string table, string where, string check) => new(table, where, "", "", check);

    /// <summary>One minor unit more.</summary>
    public static Tampering Raise(string table, string where, string column, string check) => new(table, where, column, $"{column} + 1", check);
}
