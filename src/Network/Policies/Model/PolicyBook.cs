using ActorKube.Api.Networking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;
using ActorKube.Network.Policies.Rules;

namespace ActorKube.Network.Policies.Model;

/// <summary>All policies of the cluster, compiled, by namespace. Not thread-safe.</summary>
internal sealed class PolicyBook
{
    private readonly Dictionary<string, Dictionary<PolicyName, CompiledPolicy>> _policies = new(StringComparer.Ordinal);

    public bool IsEmpty => _policies.Count == 0;

    public void Fill(ViewSnapshot view)
    {
        _policies.Clear();
        foreach (var stored in view.List(NetworkIndexes.NetworkPolicies))
        {
            Set(new PolicyName(stored.Key.Namespace, stored.Key.Name), PolicyCompiler.Compile(stored.Read<NetworkPolicy>()));
        }
    }

    /// <returns>The policy as it is now; null if it is gone.</returns>
    public CompiledPolicy? Update(ViewSnapshot view, PolicyName name)
    {
        var policy = view.Get(name.Key) is { } stored ? PolicyCompiler.Compile(stored.Read<NetworkPolicy>()) : null;
        if (policy is not null)
        {
            Set(name, policy);
        }
        else if (_policies.TryGetValue(name.Namespace, out var others) && others.Remove(name) && others.Count == 0)
        {
            _policies.Remove(name.Namespace);
        }

        return policy;
    }

    public IEnumerable<CompiledPolicy> In(string @namespace) => _policies.TryGetValue(@namespace, out var found) ? found.Values : [];

    public CompiledPolicy this[PolicyName name] => _policies[name.Namespace][name];

    private void Set(PolicyName name, CompiledPolicy policy)
    {
        if (!_policies.TryGetValue(name.Namespace, out var others))
        {
            _policies.Add(name.Namespace, others = []);
        }

        others[name] = policy;
    }
}
