using ActorKube.Api.Apps;
using ActorKube.Api.Batch;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Tests.Apps;

public sealed class WorkloadKindsTests
{
    public static TheoryData<string> Kinds => [.. All.Select(static k => k.Name)];

    private static IEnumerable<Kind> All => AppsKinds.All.Concat(BatchKinds.All);

    [Theory]
    [InlineData("Deployment", "deployments.apps", "deploy", true, true)]
    [InlineData("ReplicaSet", "replicasets.apps", "rs", true, true)]
    [InlineData("StatefulSet", "statefulsets.apps", "sts", true, true)]
    [InlineData("DaemonSet", "daemonsets.apps", "ds", true, false)]
    [InlineData("ControllerRevision", "controllerrevisions.apps", "", false, false)]
    [InlineData("Job", "jobs.batch", "", true, false)]
    [InlineData("CronJob", "cronjobs.batch", "cj", true, false)]
    public void Kind_Discovery_IsThatOfKubernetes(string name, string resource, string shortNames, bool isWorkload, bool scales)
    {
        var kind = All.Single(k => k.Name == name);
        Assert.Equal(resource, kind.Resource);
        Assert.Equal(shortNames, string.Join(',', kind.ShortNames));
        Assert.Equal(isWorkload ? ["all"] : [], kind.Categories);
        Assert.Equal((isWorkload, isWorkload, scales), (kind.HasStatus, kind.HasGeneration, kind.Scale is not null));
        Assert.Equal(name == "Job", kind.OrphansByDefault);
        Assert.True(kind.Namespaced);
    }

    [Fact]
    public void Create_Status_IsCleared()
    {
        Assert.Equal("{}", Workloads.Deployment.Member(Workloads.Deployment.Create("{'status': {'replicas': 3}}"), "status"));
        Assert.Equal("{}", Workloads.Job.Member(Workloads.Job.Create("{'status': {'active': 3}}"), "status"));
        Assert.Equal("{'replicas':0}", Workloads.ReplicaSet.Member(Workloads.ReplicaSet.Create("{'status': {'replicas': 3}}"), "status"));
    }

    [Fact]
    public void Update_Status_IsRestored()
    {
        var kind = Workloads.Deployment;
        var previous = kind.WithStatus("{'status': {'replicas': 3}}");
        var next = kind.Kind.PrepareForUpdate(kind.Create("{'spec': {'replicas': 9}, 'status': {'replicas': 7}}"), previous);
        Assert.Equal("{'replicas':3}", kind.Member(next, "status"));
        Assert.Equal("9", kind.Member(next, "spec/replicas"));
    }

    [Theory]
    [InlineData("Deployment", "{}")]
    [InlineData("ReplicaSet", "{'via':'status'}")]
    [InlineData("DaemonSet", "{'via':'status'}")]
    [InlineData("StatefulSet", "{'via':'status'}")]
    public void StatusUpdate_SpecAndLabels_StayUnlessLabelsMayChange(string name, string labels)
    {
        var kind = Fixture(name);
        var next = kind.StatusUpdate("{'metadata': {'labels': {'via': 'status'}}, 'spec': {'minReadySeconds': 9}}");
        Assert.Equal("", kind.Member(next, "spec/minReadySeconds"));
        Assert.Equal(labels == "{}" ? "" : labels, kind.Member(next, "metadata/labels"));
    }

    [Theory]
    [InlineData("Deployment", "{'spec': {'paused': true}}", 2)]
    [InlineData("Deployment", "{'metadata': {'annotations': {'a': 'b'}}}", 2)]
    [InlineData("Deployment", "{'metadata': {'labels': {'a': 'b'}}}", 1)]
    [InlineData("ReplicaSet", "{'metadata': {'annotations': {'a': 'b'}}}", 1)]
    [InlineData("ReplicaSet", "{'spec': {'replicas': 2}}", 2)]
    [InlineData("DaemonSet", "{'spec': {'minReadySeconds': 2}}", 2)]
    [InlineData("CronJob", "{'spec': {'suspend': true}}", 2)]
    [InlineData("Job", "{'spec': {'parallelism': 2}}", 2)]
    public void Update_Generation_RisesWithTheSpecification(string name, string patch, long generation) =>
        Assert.Equal(generation, Fixture(name).Update(patch).Metadata.Generation);

    [Theory]
    [InlineData("Deployment", 5, 0, "app=x")]
    [InlineData("ReplicaSet", 5, 0, "app=x")]
    [InlineData("StatefulSet", 5, 0, "app=x")]
    public void Scale_Replicas_AreReadAndSet(string name, int replicas, int current, string selector)
    {
        var kind = Fixture(name);
        var scaled = kind.Kind.Scale!.With(kind.Create(), replicas);
        Assert.Equal((replicas, current, selector), (kind.Kind.Scale.SpecReplicas(scaled), kind.Kind.Scale.StatusReplicas(scaled), kind.Kind.Scale.Selector(scaled)));
    }

    [Fact]
    public void Scale_SelectorWithExpressions_IsText()
    {
        var kind = Workloads.Deployment;
        var value = kind.Create("{'spec': {'selector': {'matchExpressions': [{'key': 'z', 'operator': 'In', 'values': ['b', 'a']}, {'key': 'b', 'operator': 'Exists'}]}}}");
        Assert.Equal("app=x,b,z in (a,b)", kind.Kind.Scale!.Selector(value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Warnings_NameThatIsNoHostName_EarnOneWherePodsAreCalledSo(string name)
    {
        var warnings = Fixture(name).Warnings("{'metadata': {'name': 'a.b'}}");
        if (name is "Deployment" or "ReplicaSet" or "Job" or "CronJob")
        {
            Assert.Equal(
                ["metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]"],
                warnings);
        }
        else
        {
            Assert.Empty(warnings);
        }
    }

    private static KindFixture Fixture(string name) => name switch
    {
        "Deployment" => Workloads.Deployment,
        "ReplicaSet" => Workloads.ReplicaSet,
        "DaemonSet" => Workloads.DaemonSet,
        "StatefulSet" => Workloads.StatefulSet,
        "ControllerRevision" => Workloads.ControllerRevision,
        "Job" => Workloads.Job,
        _ => Workloads.CronJob,
    };
}
