using ActorKube.Network.Dns;
using ActorKube.Network.Dns.Messages;
using ActorKube.Network.Dns.Zones;

namespace ActorKube.Network.Tests.Dns;

public sealed class ClusterZoneTests(ZoneFixture cluster) : IClassFixture<ZoneFixture>
{
    private readonly ClusterZone _zone = new(new DnsZoneOptions());

    [Theory]
    [InlineData("web.shop.svc.cluster.local", nameof(DnsType.A), "10.96.0.20")]
    [InlineData("old.shop.svc.cluster.local", nameof(DnsType.A), "10.96.0.21")]
    [InlineData("21.0.96.10.in-addr.arpa", nameof(DnsType.Ptr), "old.shop.svc.cluster.local.")]
    [InlineData("WEB.Shop.svc.CLUSTER.local", nameof(DnsType.A), "10.96.0.20")]
    [InlineData("db.shop.svc.cluster.local", nameof(DnsType.Aaaa), "fd00::20")]
    [InlineData("web.shop.svc.cluster.local", nameof(DnsType.Any), "10.96.0.20")]
    [InlineData("_http._tcp.web.shop.svc.cluster.local", nameof(DnsType.Srv), "0 100 80 web.shop.svc.cluster.local.")]
    [InlineData("_names._udp.web.shop.svc.cluster.local", nameof(DnsType.Srv), "0 100 53 web.shop.svc.cluster.local.")]
    [InlineData("db.shop.svc.cluster.local", nameof(DnsType.A), "10.1.0.1 10.1.0.2")]
    [InlineData("db-0.db.shop.svc.cluster.local", nameof(DnsType.A), "10.1.0.1")]
    [InlineData("10-1-0-2.db.shop.svc.cluster.local", nameof(DnsType.A), "10.1.0.2")]
    [InlineData("_sql._tcp.db.shop.svc.cluster.local", nameof(DnsType.Srv), "0 100 5432 db-0.db.shop.svc.cluster.local. 0 100 5432 10-1-0-2.db.shop.svc.cluster.local.")]
    [InlineData("ext.shop.svc.cluster.local", nameof(DnsType.A), "example.org.")]
    [InlineData("ext.shop.svc.cluster.local", nameof(DnsType.CName), "example.org.")]
    [InlineData("10-1-2-3.shop.pod.cluster.local", nameof(DnsType.A), "10.1.2.3")]
    [InlineData("fd00--1.shop.pod.cluster.local", nameof(DnsType.Aaaa), "fd00::1")]
    [InlineData("dns-version.cluster.local", nameof(DnsType.Txt), "1.1.0")]
    [InlineData("20.0.96.10.in-addr.arpa", nameof(DnsType.Ptr), "web.shop.svc.cluster.local.")]
    [InlineData("0.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.d.f.ip6.arpa", nameof(DnsType.Ptr), "db-0.db.shop.svc.cluster.local.")]
    [InlineData("1.0.1.10.in-addr.arpa", nameof(DnsType.Ptr), "db-0.db.shop.svc.cluster.local.")]
    public void Answer_WhatIsThere_AsTheSpecificationSays(string name, string type, string expected)
    {
        var answer = Ask(name, type)!;

        Assert.Equal((DnsCode.Success, true), (answer.Code, answer.IsAuthoritative));
        Assert.Equal(expected, string.Join(' ', answer.Answers.Select(Text)));
        Assert.All(answer.Answers, static r => Assert.Equal(5u, r.Ttl));
    }

    [Theory]
    [InlineData("web.shop.svc.cluster.local", nameof(DnsType.Txt))]
    [InlineData("web.shop.svc.cluster.local", nameof(DnsType.Aaaa))]
    [InlineData("shop.svc.cluster.local", nameof(DnsType.A))]
    [InlineData("svc.cluster.local", nameof(DnsType.A))]
    [InlineData("_tcp.web.shop.svc.cluster.local", nameof(DnsType.Srv))]
    [InlineData("other.pod.cluster.local", nameof(DnsType.A))]
    public void Answer_NameWithoutSuchARecord_IsEmptyAndSaysForHowLong(string name, string type) => Nothing(DnsCode.Success, Ask(name, type)!);

    [Theory]
    [InlineData("nobody.shop.svc.cluster.local")]
    [InlineData("web.other.svc.cluster.local")]
    [InlineData("web.nowhere.svc.cluster.local")]
    [InlineData("nowhere.svc.cluster.local")]
    [InlineData("empty.shop.svc.cluster.local")]
    [InlineData("db-2.db.shop.svc.cluster.local")]
    [InlineData("db-0.web.shop.svc.cluster.local")]
    [InlineData("_smtp._tcp.web.shop.svc.cluster.local")]
    [InlineData("_http._udp.web.shop.svc.cluster.local")]
    [InlineData("a.b.c.web.shop.svc.cluster.local")]
    [InlineData("10-1-2.shop.pod.cluster.local")]
    [InlineData("10-1-2-3.nowhere.pod.cluster.local")]
    [InlineData("web.shop.cluster.local")]
    public void Answer_NameThatIsNotThere_IsToldAndForHowLong(string name) => Nothing(DnsCode.NoSuchName, Ask(name, DnsType.A)!);

    [Theory]
    [InlineData("example.org", nameof(DnsType.A))]
    [InlineData("local", nameof(DnsType.A))]
    [InlineData("notcluster.local", nameof(DnsType.A))]
    [InlineData("9.9.9.9.in-addr.arpa", nameof(DnsType.Ptr))]
    [InlineData("x.0.96.10.in-addr.arpa", nameof(DnsType.Ptr))]
    public void Answer_OfAnotherZone_IsLeftToOthers(string name, string type) => Assert.Null(Ask(name, type));

    [Fact]
    public void Answer_Service_BringsTheAddressesOfItsTargets() =>
        Assert.Equal(["10.1.0.1", "fd00::20", "10.1.0.2"], Ask("_sql._tcp.db.shop.svc.cluster.local", DnsType.Srv)!.Additional.Select(Text));

    [Fact]
    public void Answer_TheZoneItself_HasAnAuthority() =>
        Assert.Equal("ns.dns.cluster.local.", Assert.IsType<AuthorityData>(Assert.Single(Ask("cluster.local", DnsType.Soa)!.Answers).Data).Server.ToString());

    [Fact]
    public async Task Answer_AfterAChange_IsThatOfTheNewState()
    {
        await cluster.ServiceAsync("late", new Api.Core.ServiceSpec { ClusterIP = "10.96.0.99", ClusterIPs = ["10.96.0.99"], Ports = [new Api.Core.ServicePort { Port = 80 }] });
        Assert.Equal("10.96.0.99", Text(Assert.Single(Ask("late.shop.svc.cluster.local", DnsType.A)!.Answers)));

        await cluster.DeleteServiceAsync("late");
        Nothing(DnsCode.NoSuchName, Ask("late.shop.svc.cluster.local", DnsType.A)!);
    }

    private static void Nothing(DnsCode code, DnsAnswer answer)
    {
        Assert.Equal((code, true), (answer.Code, answer.IsAuthoritative));
        Assert.Empty(answer.Answers);
        Assert.Equal(5u, Assert.IsType<AuthorityData>(Assert.Single(answer.Authority).Data).Minimum);
    }

    private static string Text(DnsRecord record) => record.Data switch
    {
        AddressData address => address.Address.ToString(),
        NameData name => name.Name.ToString(),
        TextData text => text.Text,
        ServiceData s => $"{s.Priority} {s.Weight} {s.Port} {s.Target}",
        var other => other.ToString(),
    };

    private DnsAnswer? Ask(string name, string type) => Ask(name, Enum.Parse<DnsType>(type));

    private DnsAnswer? Ask(string name, DnsType type) => _zone.Answer(new DnsQuestion(DnsName.Parse(name), type), cluster.View.Snapshot());
}
