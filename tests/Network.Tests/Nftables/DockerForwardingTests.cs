using ActorKube.Network.Nftables;
using ActorKube.Network.Tests.Proxy.Support;
using ActorKube.Tests.Engines;

namespace ActorKube.Network.Tests.Nftables;

/// <summary>A chain as Docker makes it for others, and what becomes of it.</summary>
[Collection(nameof(PodLabFixture))]
public sealed class DockerForwardingTests(PodLabFixture lab)
{
    private const int Limit = 60_000;

    [Fact(Timeout = Limit)]
    public async Task Ensure_AnyRule_LeavesTheChainReadableToDocker()
    {
        using var nftables = lab.OpenNftables();
        await IptablesAsync("-N", "DOCKER-USER");
        await IptablesAsync("-A", "DOCKER-USER", "-j", "RETURN");
        try
        {
            var (services, pods) = (new DockerForwarding(nftables, "actorkube-n"), new DockerForwarding(nftables, "actorkube-pods-n"));
            services.Ensure("ct status & dnat == dnat");
            pods.Ensure("ip daddr 10.244.1.0/24");
            pods.Ensure("ip daddr 10.244.2.0/24");
            services.Ensure("ct status & dnat == dnat");

            // Docker looks at it so, and takes it for missing when this fails.
            var listing = await IptablesAsync("-n", "-L", "DOCKER-USER");
            Assert.Contains("/* actorkube-n: ct status & dnat == dnat */", listing, StringComparison.Ordinal);
            Assert.Contains("/* actorkube-pods-n: ip daddr 10.244.2.0/24 */", listing, StringComparison.Ordinal);
            Assert.DoesNotContain("10.244.1.0/24", listing, StringComparison.Ordinal);
            Assert.Equal(3, listing.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 2);

            services.Remove();
            pods.Remove();
            Assert.DoesNotContain("ACTORKUBE", await IptablesAsync("-S"), StringComparison.Ordinal);
        }
        finally
        {
            await Command.RunAsync("nsenter", [$"--net=/run/netns/{lab.Node}", "nft", "delete", "table", "ip", "filter"]);
        }
    }

    [Fact(Timeout = Limit)]
    public Task Ensure_WithoutDocker_DoesNothing()
    {
        using var nftables = lab.OpenNftables();
        var forwarding = new DockerForwarding(nftables, "actorkube-n");

        forwarding.Ensure("ip daddr 10.244.1.0/24");
        forwarding.Remove();

        Assert.DoesNotContain("filter", nftables.Run("list tables"), StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private Task<string> IptablesAsync(params string[] arguments) => Command.RunAsync("nsenter", [$"--net=/run/netns/{lab.Node}", "iptables", .. arguments]);
}
