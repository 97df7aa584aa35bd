using System.Text.Json;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>How values of the domain stand in columns, the same on both databases: instants are whole microseconds.</summary>
public static class ColumnConversions
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        foreach (var entity in typeof(IEntity).Assembly.GetTypes().Where(type => typeof(IEntity).IsAssignableFrom(type) && type.IsClass))
        {
            builder.Properties(typeof(Id<>).MakeGenericType(entity)).HaveConversion(typeof(IdConverter<>).MakeGenericType(entity)).HaveMaxLength(32);
        }

        builder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        builder.Properties<TimeSpan>().HaveConversion<SpanConverter>();
        builder.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3);
        builder.Properties<Enum>().HaveConversion<string>();
    }

    public static void MarkVersions(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => typeof(IVersioned).IsAssignableFrom(entity.ClrType)))
        {
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        }
    }

    /// <summary>A value that is kept as JSON text; compared by that text.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, Json.Stored), text => JsonSerializer.Deserialize<T>(text, Json.Stored)!),
        new ValueComparer<T>(
            (left, right) => JsonSerializer.Serialize(left, Json.Stored) == JsonSerializer.Serialize(right, Json.Stored),
            value => JsonSerializer.Serialize(value, Json.Stored).GetHashCode(StringComparison.Ordinal),
            value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Json.Stored), Json.Stored)!));

    private sealed class IdConverter<T>() : ValueConverter<Id<T>, string>(id => id.Value, text => new Id<T>(text))
        where T : IEntity;

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => Instants.ToMicroseconds(instant), microseconds => Instants.FromMicroseconds(microseconds));

    private sealed class SpanConverter() : ValueConverter<TimeSpan, long>(
        span => span.Ticks / TimeSpan.TicksPerMicrosecond, microseconds => TimeSpan.FromTicks(microseconds * TimeSpan.TicksPerMicrosecond));

    private sealed class CurrencyConverter() : ValueConverter<Currency, string>(currency => currency.Code, code => new Currency(code));
}
