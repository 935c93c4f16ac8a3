"""The pods that a hub makes for people's choices, asked of its own KubeSpawner.

    python choices.py <jupyterhub_config.py> <namespace> <write-ins.json> <output>

Loads a hub's configuration as JupyterHub does, posts every combination that its form offers as a
browser would, and writes what KubeSpawner would ask of the cluster: {choices: [{choice, pod, claim}]},
where claim may be null. Nothing is started and no API server is spoken to.

write-ins.json says what may be written: {<namespace>: {"<profile>/<option>": <text>}}.
"""

import asyncio
import itertools
import json
import sys

from jupyterhub import orm, roles
from jupyterhub.app import JupyterHub
from jupyterhub.objects import Server
from jupyterhub.utils import maybe_future


async def main(config_file, namespace, write_ins):
    hub = JupyterHub()
    await hub.initialize(
        [f"--config={config_file}", "--JupyterHub.db_url=sqlite:///:memory:"]
    )
    groups = groups_in(await written_profiles(spawner_of(hub, "nobody", [])))
    member = spawner_of(hub, "member", groups)
    forms = []
    for profile in member._get_initialized_profile_list(await written_profiles(member)):
        forms += forms_of(profile, write_ins.get(namespace, {}))
    made = []
    for number, (choice, form) in enumerate(forms or [("", {})]):
        spawner = spawner_of(hub, f"person-{number}", groups)
        if spawner.namespace != namespace:
            raise SystemExit(f"pods would be made in {spawner.namespace}")
        made.append({"choice": choice, **await manifests(spawner, form)})
    return {"choices": made}


def spawner_of(hub, name, groups):
    """The spawner of a new person who is in those groups."""
    person = orm.User(name=name)
    for group in groups:
        person.groups.append(orm.Group.find(hub.db, group) or orm.Group(name=group))
    hub.db.add(person)
    hub.db.commit()
    roles.assign_default_roles(hub.db, entity=person)
    user = hub.users.add(person)
    spawner = user.get_spawner("")
    server = orm.Server(base_url=f"{user.base_url}")
    hub.db.add(server)
    hub.db.commit()
    spawner.server = Server(orm_server=server)
    return spawner


async def written_profiles(spawner):
    profiles = spawner.profile_list
    if callable(profiles):
        profiles = await maybe_future(profiles(spawner))
    return profiles


def groups_in(tree):
    """Every group that something is kept for: whoever is in all of them may choose everything."""
    if isinstance(tree, list):
        return sorted({group for item in tree for group in groups_in(item)})
    if isinstance(tree, dict):
        own = tree.get("allowed_groups") or []
        return sorted({*own, *groups_in(list(tree.values()))})
    return []


def forms_of(profile, write_ins):
    """Every combination of a profile's options, each as its name and what a browser posts."""
    slug = profile["slug"]
    options = profile.get("profile_options", {})
    picks = [picks_of(slug, name, option, write_ins) for name, option in options.items()]
    for combination in itertools.product(*picks):
        form = {"profile": [slug]}
        for field, value, _ in combination:
            form[f"profile-option-{slug}--{field}"] = [value]
        yield " ".join([slug, *(label for _, _, label in combination)]), form


def picks_of(slug, name, option, write_ins):
    picks = [(name, key, f"{name}={key}") for key in option.get("choices", {})]
    if option["unlisted_choice"]["enabled"]:
        key = f"{slug}/{name}"
        if key not in write_ins:
            raise SystemExit(f"nothing to write into {key}: add it to {sys.argv[3]}")
        picks.append((f"{name}--unlisted-choice", write_ins[key], f"{name}=(written)"))
    return picks


async def manifests(spawner, form):
    """The steps of a start, up to where the API server would be asked."""
    spawner.user_options = await maybe_future(spawner.run_options_from_form(form))
    await spawner.apply_group_overrides()
    await spawner._run_apply_user_options(spawner.user_options)
    await maybe_future(spawner.run_pre_spawn_hook())
    await spawner.load_user_options()
    claim = spawner.get_pvc_manifest() if spawner.storage_pvc_ensure else None
    pod = await spawner.get_pod_manifest()
    if spawner.modify_pod_hook:
        pod = await maybe_future(spawner.modify_pod_hook(spawner, pod))
    plain = spawner.api.api_client.sanitize_for_serialization
    return {"pod": plain(pod), "claim": plain(claim)}


def run(config_file, namespace, write_ins, output):
    with open(write_ins, encoding="utf-8") as file:
        made = asyncio.run(main(config_file, namespace, json.load(file)))
    with open(output, "w", encoding="utf-8") as file:
        json.dump(made, file, ensure_ascii=False)


run(*sys.argv[1:])
