using ActorKube.Network.Policies.Rules;
using ActorKube.Network.Tests.Proxy.Support;

namespace ActorKube.Network.Tests.Policies.Rules;

public sealed class RangesTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "", "10.0.0.0/8")]
    [InlineData("0.0.0.0/0", "", "0.0.0.0/0")]
    [InlineData("0.0.0.0/0", "255.255.255.255/32", "0.0.0.0-255.255.255.254")]
    [InlineData("0.0.0.0/0", "0.0.0.0/32", "0.0.0.1-255.255.255.255")]
    [InlineData("10.0.0.0/24", "10.0.0.128/25", "10.0.0.0/25")]
    [InlineData("10.0.0.0/24", "10.0.0.7/32", "10.0.0.0-10.0.0.6 10.0.0.8-10.0.0.255")]
    [InlineData("10.0.0.0/30", "10.0.0.1/32 10.0.0.2/32", "10.0.0.0 10.0.0.3")]
    [InlineData("10.0.0.0/24 10.0.1.0/24", "", "10.0.0.0/23")]
    [InlineData("10.0.0.0/24 10.0.0.64/26", "", "10.0.0.0/24")]
    [InlineData("10.0.1.0/24 10.0.0.128/25", "", "10.0.0.128-10.0.1.255")]
    [InlineData("10.0.0.0/24", "10.0.0.0/25 10.0.0.128/25", "")]
    public void AddressRanges_UnionWithout_IsWhatIsLeft(string blocks, string holes, string expected)
    {
        var ranges = blocks.Split(' ').Aggregate(AddressRanges.None, static (r, b) => r.Union(AddressRanges.Of(Make.Network(b))));
        ranges = holes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(ranges, static (r, h) => r.Without(Make.Network(h)));

        Assert.Equal(expected, string.Join(' ', ranges.Texts));
        Assert.Equal(expected == "0.0.0.0/0", ranges.IsEverything);
    }

    /// <summary>Against the plain definition, address by address of a small network.</summary>
    [Fact]
    public void AddressRanges_AtRandom_HaveTheAddressesThatTheyShould()
    {
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var (ranges, expected) = (AddressRanges.None, new HashSet<uint>());
            for (var j = 0; j < 6; j++)
            {
                var network = Make.Network($"10.0.0.{random.Next(64)}/{random.Next(26, 33)}");
                var inside = Enumerable.Range(0, 64).Select(static a => Make.Address("10.0.0.0") + (uint)a).Where(network.Contains);
                if (random.Next(3) > 0)
                {
                    ranges = ranges.Union(AddressRanges.Of(network));
                    expected.UnionWith(inside);
                }
                else
                {
                    ranges = ranges.Without(network);
                    expected.ExceptWith(inside);
                }
            }

            Assert.Equal(expected.Order(), ranges.Texts.SelectMany(Addresses));
        }
    }

    [Theory]
    [InlineData("80", "80")]
    [InlineData("80 81", "80-81")]
    [InlineData("80-90 85-100 443", "80-100 443")]
    [InlineData("443 80 80", "80 443")]
    public void PortRanges_Texts_AreMerged(string ports, string expected) =>
        Assert.Equal(expected, string.Join(' ', PortRanges.Texts(ports.Split(' ').Select(static p => p.Split('-').Select(int.Parse).ToList()).Select(static p => (p[0], p[^1])))));

    [Fact]
    public void Chain_OfLongNames_FitsTheKernel()
    {
        var one = PolicyNames.Chain("ingress", new PolicyName(new string('n', 63), new string('p', 253)));
        var other = PolicyNames.Chain("ingress", new PolicyName(new string('n', 63), new string('p', 252) + "q"));

        Assert.InRange(one.Length, 200, 240);
        Assert.NotEqual(one, other);
    }

    private static IEnumerable<uint> Addresses(string range)
    {
        if (range.Contains('/', StringComparison.Ordinal))
        {
            var network = Make.Network(range);
            return Enumerable.Range(0, 1 << (32 - network.Prefix)).Select(i => network.First + (uint)i);
        }

        var ends = range.Split('-').Select(Make.Address).ToList();
        return Enumerable.Range(0, (int)(ends[^1] - ends[0]) + 1).Select(i => ends[0] + (uint)i);
    }
}
