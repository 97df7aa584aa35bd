using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Benchmarks.Ceiling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingHeadless.Tests.Benchmarks.Growth;

/// <summary>The insert of one kind of row, with the columns and conversions of the server's own model.</summary>
public static class EntityStatement
{
    /// <param name="db">Whose model.</param>
    /// <param name="row">The row that the next execution writes; columns in which the first one has nothing are left out.</param>
    public static RowStatement Insert<T>(BillingDb db, Func<T> row)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        var columns = entity.GetProperties().Where(property => Value(property, row()) is not null).ToList();
        var names = columns.Select(property => property.GetColumnName(table));
        var sql = $"insert into {table.Name} ({string.Join(", ", names)}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        return new RowStatement(sql, [.. columns.Select(property => (Func<long, object>)(_ => Value(property, row())!))]);
    }

    private static object? Value(IProperty property, object row)
    {
        var value = property.GetGetter().GetClrValue(row);
        return value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}
