using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Tests.Domain.Merchants;

public sealed class ScopeTests
{
    [Theory]
    [InlineData("*", "orders:write", true)]
    [InlineData("orders:write", "orders:write", true)]
    [InlineData("orders:write", "orders:read", true)]
    [InlineData("orders:read", "orders:write", false)]
    [InlineData("catalog:write", "orders:read", false)]
    public void Writing_includes_reading_and_nothing_includes_another_area(string granted, string needed, bool allowed) =>
        Assert.Equal(allowed, Scope.Allows([granted], needed));

    [Theory]
    [InlineData("orders:read", true)]
    [InlineData("*", true)]
    [InlineData("orders", false)]
    [InlineData("orders:delete", false)]
    [InlineData("secrets:read", false)]
    public void Only_listed_scopes_exist(string scope, bool known) => Assert.Equal(known, Scope.IsKnown(scope));
}
