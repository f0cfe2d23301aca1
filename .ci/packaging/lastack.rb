class Lastack < Formula
  desc "Model checker for how TCP connections end"
  homepage "@ADDRESS@"
  url "@DOWNLOADS@/lastack-@VERSION@.tar.gz"
  sha256 "@SHA256@"
  license "Apache-2.0"

  depends_on "openjdk"

  def install
    libexec.install "lastack", "lastack.jar"
    (bin/"lastack").write_env_script libexec/"lastack", Language::Java.overridable_java_home_env
    man1.install Dir["share/man/man1/*.1"]
    bash_completion.install "share/bash-completion/completions/lastack"
  end

  test do
    assert_match "violated  no-old-fin",
      shell_output("#{bin}/lastack verify one-tick-short --claim no-old-fin --quiet", 1)
  end
end
