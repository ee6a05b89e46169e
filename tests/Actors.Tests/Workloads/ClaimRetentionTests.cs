using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.StatefulSets;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Workloads;

public sealed class ClaimRetentionTests
{
    /// <summary>Policies when deleted and when scaled, whether the pod is surplus, who owns the claim; who owns it then, null for no change.</summary>
    [Theory]
    [InlineData("Retain", "Retain", false, "", null)]
    [InlineData("Retain", "Retain", true, "set", "")]
    [InlineData("Retain", "Retain", false, "pod", "")]
    [InlineData("Delete", "Retain", false, "", "set")]
    [InlineData("Delete", "Retain", true, "set", null)]
    [InlineData("Delete", "Retain", true, "pod", "set")]
    [InlineData("Retain", "Delete", false, "", null)]
    [InlineData("Retain", "Delete", true, "", "pod")]
    [InlineData("Retain", "Delete", false, "pod", "")]
    [InlineData("Delete", "Delete", false, "", "set")]
    [InlineData("Delete", "Delete", true, "set", "pod")]
    [InlineData("Delete", "Delete", false, "pod", "set")]
    [InlineData("Delete", "Delete", false, "stranger", "stranger,set")]
    [InlineData("Delete", "Delete", false, "controller", null)]
    [InlineData("Delete", "Delete", false, "controller,set", "controller")]
    [InlineData("Delete", "Delete", false, "former", null)]
    public void Claim_Owners_FollowThePolicy(string whenDeleted, string whenScaled, bool surplus, string owners, string? expected)
    {
        var set = Sets.WithClaims(Sets.Stateful(1), whenDeleted, whenScaled);
        var pod = Make.Pod("web-0", set);
        var claim = new PersistentVolumeClaim { Metadata = Make.Meta("data-web-0") with { OwnerReferences = [.. Split(owners).Select(Reference)] } };

        var next = ClaimRetention.Corrected(claim, set, pod, surplus);
        Assert.Equal(expected, next is null ? null : string.Join(',', (next.Metadata.OwnerReferences ?? []).Select(Name)));

        OwnerReference Reference(string name) => name switch
        {
            "set" => Owners.ControllerOf(set),
            "pod" => Owners.ControllerOf(pod),
            "former" => Owners.ControllerOf(set) with { Uid = "before" },
            "controller" => Owners.ControllerOf(Make.ConfigMap(name)),
            _ => Make.Reference(Make.ConfigMap(name)),
        };

        string Name(OwnerReference reference) => reference.Uid == set.Metadata.Uid ? "set" : reference.Uid == pod.Metadata.Uid ? "pod" : reference.Name;
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
