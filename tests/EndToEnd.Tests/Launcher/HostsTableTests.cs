using System.Text.Json.Nodes;
using ActorKube.Host.Launcher.Clusters;

namespace ActorKube.EndToEnd.Tests.Launcher;

public sealed class HostsTableTests
{
    [Fact(Timeout = 10_000)]
    public void Table_OfHosts_HasAColumnForEachFactAndADashForWhatIsUnknown()
    {
        var report = JsonNode.Parse("""{"hosts":[{"name":"a","status":"Active","incarnation":12,"objects":7,"revision":90,"revisionLag":0,"zone":"z","address":"1:2","api":"https://1:1","software":"0.1.0"},{"name":"longer","status":"Dead","incarnation":3,"objects":0,"revisionLag":null}]}""")!;

        Assert.Equal(
            """
            NAME     STATUS   INCARNATION   SHARDS   REVISION   LAG   ZONE   ADDRESS   API           VERSION
            a        Active   12            7        90         0     z      1:2       https://1:1   0.1.0
            longer   Dead     3             0        -          -     -      -         -             -
            """,
            HostsTable.Of(report));
    }
}
