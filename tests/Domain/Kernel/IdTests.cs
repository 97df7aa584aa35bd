using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Kernel;

public sealed class IdTests
{
    [Fact]
    public void An_id_has_its_prefix_and_26_characters_and_is_read_back()
    {
        var id = new Samples().Ids.New<Invoice>();
        Assert.StartsWith("inv_", id.Value);
        Assert.Equal("inv_".Length + 26, id.Value.Length);
        Assert.Equal(id, Id<Invoice>.Parse(id.Value));
    }

    [Fact]
    public void Ids_sort_by_creation()
    {
        Span<byte> chance = stackalloc byte[IdText.ChanceBytes];
        chance.Fill(255);
        var earlier = IdText.Compose("inv", Samples.Now, chance);
        chance.Clear();
        var later = IdText.Compose("inv", Samples.Now.AddMilliseconds(1), chance);
        Assert.True(string.CompareOrdinal(earlier, later) < 0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("inv_")]
    [InlineData("ord_01M80ABJCBW43W8ATMWJYE70DK")]
    [InlineData("inv_01M80ABJCBW43W8ATMWJYE70DI")]
    [InlineData("inv_01m80abjcbw43w8atmwjye70dk")]
    [InlineData("inv_01M80ABJCBW43W8ATMWJYE70DKK")]
    public void What_is_not_an_id_of_this_kind_is_none(string? text) => Assert.Null(Id<Invoice>.Parse(text));

    [Fact]
    public void Tokens_of_one_seed_are_the_same_and_of_another_are_not()
    {
        Assert.Equal(new Samples(3).Ids.Token(), new Samples(3).Ids.Token());
        Assert.NotEqual(new Samples(3).Ids.Token(), new Samples(4).Ids.Token());
        Assert.Equal(32, new Samples().Ids.Token().Length);
        Assert.NotEqual(new Samples().Ids.New<Order>().Value[4..], new Samples(9).Ids.New<Order>().Value[4..]);
    }
}
