using ActorKube.Actors.Actions;
using ActorKube.Actors.FlowControl;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.FlowControl;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.FlowControl;

public sealed class FlowSchemaTests
{
    [Theory]
    [InlineData(true, "False", "Found")]
    [InlineData(false, "True", "NotFound")]
    public async Task FlowSchema_DanglesWithoutItsLevel(bool hasLevel, string status, string reason)
    {
        var schema = new FlowSchema
        {
            ApiVersion = "flowcontrol.apiserver.k8s.io/v1",
            Kind = "FlowSchema",
            Metadata = new ObjectMeta { Name = "f" },
            Spec = new FlowSchemaSpec { PriorityLevelConfiguration = new PriorityLevelConfigurationReference { Name = "l" } },
        };
        var level = new PriorityLevelConfiguration { ApiVersion = schema.ApiVersion, Kind = "PriorityLevelConfiguration", Metadata = new ObjectMeta { Name = "l" } };
        await using var cluster = await Cluster.WithAsync(hasLevel ? [schema, level] : [schema]);

        var next = (FlowSchema)cluster.Decide(new FlowSchemaReconciler(), schema).Only<ReplaceStatus>().Next;

        var condition = Assert.Single(next.Status.Conditions!);
        Assert.Equal(("Dangling", status, reason), (condition.Type, condition.Status, condition.Reason));
        await cluster.PutAsync(next);
        Assert.Empty(cluster.Decide(new FlowSchemaReconciler(), schema).Actions);
    }
}
